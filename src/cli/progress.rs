//! The bar that shows how far a long run is: on standard error, where that is a terminal, after a second, and gone at the end.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::env;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A run that is shorter has no bar.
const SHORT: Duration = Duration::from_secs(1);

/// How far a run is.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    started: Instant,
    is_shown: AtomicBool,
}

impl Progress {
    /// The progress of work on `articles` articles.
    pub(super) fn of(articles: usize) -> Self {
        let bar =
            ProgressBar::with_draw_target(Some(articles as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("[{bar:30}] {pos} of {len} articles") {
            bar.set_style(style.progress_chars("=> "));
        }
        Self {
            bar,
            started: Instant::now(),
            // A terminal that cannot move its cursor would get line after line. The bar has no colours, so that
            // NO_COLOR says nothing of it.
            is_shown: AtomicBool::new(env::var_os("TERM").is_some_and(|term| term == "dumb")),
        }
    }

    /// One more article is done.
    pub(super) fn step(&self) {
        if self.started.elapsed() > SHORT && !self.is_shown.swap(true, Ordering::Relaxed) {
            // This target draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
