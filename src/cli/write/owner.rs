//! Who a file belongs to, kept when another takes its place.

use std::fs::{File, Metadata};

/// Gives `file` the owner and the group of `before`, as far as the system lets it: only an administrator may give files away.
#[cfg(unix)]
pub(super) fn keep(file: &File, before: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let Ok(now) = file.metadata() else { return };
    if (now.uid(), now.gid()) == (before.uid(), before.gid()) {
        return;
    }
    if fchown(file, Some(before.uid()), Some(before.gid())).is_err() {
        let _ = fchown(file, None, Some(before.gid()));
    }
}

#[cfg(not(unix))]
pub(super) fn keep(_: &File, _: &Metadata) {}
