//! The day of the check: the only look at a clock.

use super::Error;
use super::args::TodayArgs;
use crate::article::Date;
use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

/// The day that was asked for, else that of `SOURCE_DATE_EPOCH`, else the system's (UTC).
pub(super) fn today(args: &TodayArgs) -> Result<Date, Error> {
    if let Some(day) = args.today {
        return Ok(day);
    }
    match env::var_os("SOURCE_DATE_EPOCH") {
        Some(value) => from_epoch(&value.to_string_lossy()),
        None => Ok(Date::from_unix(now())),
    }
}

fn from_epoch(value: &str) -> Result<Date, Error> {
    // Year 9999 and before; what is later is a number of something else, such as milliseconds.
    let seconds = value
        .parse::<i64>()
        .ok()
        .filter(|seconds| (0..=253_402_300_799).contains(seconds));
    match seconds {
        Some(seconds) => Ok(Date::from_unix(seconds)),
        None => Err(Error::SourceDateEpoch(value.to_owned())),
    }
}

/// Seconds since 1970; a clock before that counts as 1970.
fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_epoch_is_a_number_of_seconds_or_an_error() {
        assert_eq!(from_epoch("951782400").unwrap().to_iso(), "2000-02-29");
        for bad in ["", "yesterday", "-1", "1795000000000"] {
            assert!(from_epoch(bad).is_err(), "{bad}");
        }
    }
}
