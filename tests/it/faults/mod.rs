//! Faults done for real: places that cannot be written, streams that are closed or full, files that vanish. What needs an
//! administrator, a small disk or a thousand kills is in `tests/faults`.

mod places;
mod streams;
mod vanishing;
