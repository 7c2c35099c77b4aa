//! Locking that outlives a panic: what was locked when somebody panicked may still be used.
//!
//! Knows: `std::sync::Mutex`. Must not know: what is locked.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks; a poisoned lock is used as it is, since one failed test must not make the whole sandbox
/// unusable for the assertions that follow.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
