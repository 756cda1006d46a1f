//! Calendar dates as articles give them: a day, a month or only a year.

/// A date with as much as is known of it. Order is by year, month, day; unknown parts sort first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12, if known.
    pub month: Option<u8>,
    /// The day, 1 to 31, if known; never without a month.
    pub day: Option<u8>,
}

impl Date {
    /// A whole date, if that day exists.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let last = days_in_month(year, month)?;
        (1..=last).contains(&day).then_some(Self {
            year,
            month: Some(month),
            day: Some(day),
        })
    }

    /// Reads `2026`, `2026-11` or `2026-11-23`; a time after `T` or a space is left out. Anything else is `None`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split(['T', ' ']).next().unwrap_or(text);
        let mut parts = text.split('-');
        let year_text = parts.next().filter(|part| part.len() == 4)?;
        let year: i32 = year_text.parse().ok().filter(|year| *year > 0)?;
        let month = parts.next().map(two_digits);
        let day = parts.next().map(two_digits);
        if parts.next().is_some() {
            return None;
        }
        match (month, day) {
            (None, _) => Some(Self {
                year,
                month: None,
                day: None,
            }),
            (Some(month), None) => {
                let month = month.filter(|month| (1..=12).contains(month))?;
                Some(Self {
                    year,
                    month: Some(month),
                    day: None,
                })
            }
            (Some(month), Some(day)) => Self::from_ymd(year, month?, day?),
        }
    }

    /// The day that `seconds` after 1970-01-01 00:00 UTC falls on.
    pub fn from_unix(seconds: i64) -> Self {
        // Civil-from-days: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let days = seconds.div_euclid(86_400) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
        }
    }

    /// `2026-11-23`, `2026-11` or `2026`.
    pub fn to_iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            (None, _) => format!("{:04}", self.year),
        }
    }
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| text.parse().ok()).flatten()
}

fn days_in_month(year: i32, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_known_and_refuses_days_that_do_not_exist() {
        for good in ["2026", "2026-11", "2026-11-23", "2024-02-29"] {
            assert_eq!(
                Date::from_iso(good).map(Date::to_iso).as_deref(),
                Some(good)
            );
        }
        assert_eq!(
            Date::from_iso("2026-11-23T10:00:00Z"),
            Date::from_ymd(2026, 11, 23)
        );
        for bad in [
            "",
            "26",
            "2026-13",
            "2026-02-29",
            "03/04/2026",
            "2026-1-2",
            "2026-11-23-1",
        ] {
            assert_eq!(Date::from_iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn unix_seconds_fall_on_their_day() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (951_782_400, "2000-02-29"),
            (1_795_000_000, "2026-11-18"),
        ] {
            assert_eq!(Date::from_unix(seconds).to_iso(), day);
        }
    }
}
