//! Works on several articles at the same time, with results in the order of the input.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::env;
use std::num::NonZeroUsize;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
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
    /// Where in the program it was, if [`hush`] has been called.
    pub place: Option<String>,
}

thread_local! {
    /// Where the last panic of a thread was.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Leaves it to whoever catches a panic to tell it, in one line; with `RUST_BACKTRACE` it is also told in full as it happens.
pub(super) fn hush() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string);
        PLACE.with(|last| last.replace(place));
        if env::var_os("RUST_BACKTRACE").is_some_and(|asked| asked != "0") {
            usual(panic);
        }
    }));
}

/// What `work` gives, done on a stack as large as a worker's; a panic in it ends nothing else.
pub(super) fn alone<R: Send>(work: impl FnOnce() -> R + Send) -> Result<R, Bug> {
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(STACK_BYTES);
        let worker = builder.spawn_scoped(scope, move || caught(work));
        // A system that has no thread to give has told so before any work was done.
        let worker = worker.map_err(|error| Bug {
            message: error.to_string(),
            place: None,
        })?;
        worker
            .join()
            .unwrap_or_else(|payload| Err(Bug::from_panic(payload.as_ref())))
    })
}

/// Has `work` done beside what follows, where there is a processor for it; nobody waits for its end.
pub(super) fn beside(work: impl FnOnce() + Send + 'static) {
    if thread::available_parallelism().is_ok_and(|cores| cores.get() > 1) {
        // Without a thread to give, the work is done where it is needed.
        let _ = thread::Builder::new().spawn(work);
    }
}

/// What `work` gives, or what stopped it.
fn caught<R>(work: impl FnOnce() -> R) -> Result<R, Bug> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| Bug::from_panic(payload.as_ref()))
}

/// What [`each_told`] gives of all items.
pub(super) fn each<T: Sync, R: Send>(
    items: &[T],
    jobs: Option<NonZeroUsize>,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<Result<R, Bug>> {
    let mut results = Vec::with_capacity(items.len());
    let kept: Result<(), Infallible> = each_told(items, jobs, work, |_, result| {
        results.push(result);
        Ok(())
    });
    match kept {
        Ok(()) => results,
        Err(never) => match never {},
    }
}

/// `work` done on every item by at most `jobs` workers, each holding one item at a time. `tell` gets each item with its result
/// in the order of `items`, as soon as those before it are done; where it fails, no more work is begun.
///
/// A panic in `work` ends the work on that item only.
pub(super) fn each_told<'t, T: Sync, R: Send, E>(
    items: &'t [T],
    jobs: Option<NonZeroUsize>,
    work: impl Fn(&T) -> R + Sync,
    mut tell: impl FnMut(&'t T, Result<R, Bug>) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
        .min(items.len());
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let worker = |sender: mpsc::Sender<(usize, Result<R, Bug>)>| {
        while let Some((index, item)) = take(items, &next) {
            let done = caught(|| work(item));
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
        let mut waiting = BTreeMap::new();
        let mut untold = items.iter().enumerate();
        let mut next = untold.next();
        // With the receiver goes the work: nobody takes what is sent.
        for (index, result) in receiver {
            waiting.insert(index, result);
            while let Some((index, item)) = next
                && let Some(result) = waiting.remove(&index)
            {
                tell(item, result)?;
                next = untold.next();
            }
        }
        Ok(())
    })
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
            place: PLACE.with(RefCell::take),
        }
    }

    /// What the user is told of a bug that stopped `what`; one line.
    pub(super) fn describe(&self, what: &str) -> String {
        let message: Vec<&str> = self.message.split_whitespace().collect();
        let place = self.place.as_ref();
        let place = place.map_or(String::new(), |place| format!(", at {place}"));
        format!(
            "a bug in facetdoc {} stopped {what} ({}{place}); please report it where you got facetdoc, with the text that shows \
             it",
            env!("CARGO_PKG_VERSION"),
            message.join(" ")
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
    fn work_ends_when_nobody_listens_any_more() {
        let items: Vec<usize> = (0..10_000).collect();
        let begun = AtomicUsize::new(0);
        let mut told = Vec::new();
        let end = each_told(
            &items,
            NonZeroUsize::new(2),
            |item| {
                begun.fetch_add(1, Ordering::Relaxed);
                thread::sleep(std::time::Duration::from_micros(50));
                *item
            },
            |_, result| {
                told.push(result.unwrap());
                if told.len() == 3 {
                    Err("enough")
                } else {
                    Ok(())
                }
            },
        );
        assert_eq!((end, told), (Err("enough"), vec![0, 1, 2]));
        assert!(begun.into_inner() < items.len());
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
        let told = bug.describe("the work on this file");
        assert!(told.contains("stopped the work on this file (two is too many"));
        assert!(told.contains("please report it"));
        assert!(!told.contains('\n'), "{told}");
    }

    #[test]
    fn a_panic_beside_all_articles_is_a_bug_too() {
        assert_eq!(alone(|| 7), Ok(7));
        let bug = alone(|| -> u8 { panic!("in two\nlines") }).unwrap_err();
        assert!(bug.describe("facetdoc").contains("(in two lines"));
    }

    #[test]
    fn deep_recursion_has_room_on_the_stack() {
        fn depth(left: usize) -> usize {
            let room = [left; 64];
            if left == 0 {
                return 0;
            }
            1 + depth(std::hint::black_box(room).len() - 64 + left - 1)
        }
        assert_eq!(alone(|| depth(20_000)), Ok(20_000));
    }

    #[test]
    fn no_items_give_no_results() {
        assert!(each(&[] as &[u8], None, |item| *item).is_empty());
    }
}
