//! Works on several articles at the same time, with results in the order of the input.

use std::any::Any;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Stack of a worker; deeply nested articles take more than the usual 2 MiB. It costs memory only where it is used.
pub(super) const STACK_BYTES: usize = 64 * 1024 * 1024;

/// A panic while one item was worked on: a bug of facetdoc.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bug {
    /// What the panic said.
    pub message: String,
}

/// `work` done on every item by at most `jobs` workers, each holding one item at a time; results are in the order of `items`.
///
/// A panic in `work` ends the work on that item only.
pub(super) fn each<T: Sync, R: Send>(
    items: &[T],
    jobs: Option<NonZeroUsize>,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<Result<R, Bug>> {
    let jobs = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
        .min(items.len());
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let worker = |sender: mpsc::Sender<(usize, Result<R, Bug>)>| {
        while let Some((index, item)) = take(items, &next) {
            let done = catch_unwind(AssertUnwindSafe(|| work(item)));
            let done = done.map_err(|payload| Bug::from_panic(payload.as_ref()));
            if sender.send((index, done)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let mut started = 0;
        for _ in 0..jobs {
            let sender = sender.clone();
            let worker = &worker;
            let builder = thread::Builder::new().stack_size(STACK_BYTES);
            let spawned = builder.spawn_scoped(scope, move || worker(sender));
            started += usize::from(spawned.is_ok());
        }
        if started == 0 {
            worker(sender);
        } else {
            drop(sender);
        }
    });
    let mut results: Vec<(usize, Result<R, Bug>)> = receiver.into_iter().collect();
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, items.get(index)?))
}

impl Bug {
    fn from_panic(payload: &(dyn Any + Send)) -> Self {
        let message = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("unknown cause");
        Self {
            message: message.to_owned(),
        }
    }

    /// What the user is told.
    pub(super) fn describe(&self) -> String {
        format!(
            "a bug in facetdoc stopped the work on this file ({}); please report it",
            self.message
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items_whoever_is_first() {
        let items: Vec<u64> = (0..50).collect();
        for jobs in [None, NonZeroUsize::new(1), NonZeroUsize::new(8)] {
            let results = each(&items, jobs, |item| {
                thread::sleep(std::time::Duration::from_micros(200 * (item % 7)));
                item * 2
            });
            let results: Vec<u64> = results.into_iter().map(Result::unwrap).collect();
            assert_eq!(
                results,
                items.iter().map(|item| item * 2).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn a_panic_is_told_and_stops_nothing_else() {
        let results = each(&[1, 2, 3], NonZeroUsize::new(2), |item| {
            assert!(*item != 2, "two is too many");
            *item
        });
        assert_eq!(results[0], Ok(1));
        assert_eq!(results[2], Ok(3));
        let bug = results[1].as_ref().unwrap_err();
        assert!(bug.describe().contains("two is too many"));
    }

    #[test]
    fn no_items_give_no_results() {
        assert!(each(&[] as &[u8], None, |item| *item).is_empty());
    }
}
