//! What a thread uses of the processor.

use std::time::{Duration, Instant};

/// What this thread has used of the processor, else the time on the clock.
pub struct Cpu {
    used: Option<Duration>,
    clock: Instant,
}

impl Cpu {
    pub fn now() -> Self {
        // The system brings the figure up to date when the thread lets others go first, else a few hundred times a second.
        std::thread::yield_now();
        let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        let nanos = used.and_then(|line| line.split(' ').next()?.parse().ok());
        Self {
            used: nanos.map(Duration::from_nanos),
            clock: Instant::now(),
        }
    }

    pub fn since(&self, earlier: &Self) -> Duration {
        match (self.used, earlier.used) {
            (Some(now), Some(then)) => now.saturating_sub(then),
            _ => self.clock - earlier.clock,
        }
    }
}
