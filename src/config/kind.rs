//! The parts that each kind of document requires.

use super::Profile;
use crate::article::{Kind, Role};

/// One required part: any of the roles meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// The roles, the usual one first.
    pub any: &'static [Role],
}

const fn one(any: &'static [Role]) -> Requirement {
    Requirement { any }
}

const RED_FLAGS: Requirement = one(&[Role::RedFlags]);
const DISCLAIMER: Requirement = one(&[Role::Disclaimer]);
const FAQ: Requirement = one(&[Role::Faq]);

/// The requirement that `role` alone meets.
pub(super) fn requirement(role: Role) -> Requirement {
    let place = Role::ALL.iter().position(|one| *one == role);
    let any = place.and_then(|place| Role::ALL.get(place..=place));
    one(any.unwrap_or(&[]))
}

/// What `kind` requires under `profile`, in the order of the contract's table.
pub fn requirements_under(kind: Kind, profile: &Profile) -> Vec<Requirement> {
    let mut required = requirements(kind);
    required.retain(|one| match one.any {
        [Role::Disclaimer] => profile.requires_disclaimer,
        [Role::Faq] => profile.requires_faq,
        _ => true,
    });
    required
}

/// What `kind` requires where no profile says otherwise, in the order of the contract's table.
pub fn requirements(kind: Kind) -> Vec<Requirement> {
    let own: &[Requirement] = match kind {
        Kind::Article => &[],
        Kind::Condition => &[
            one(&[Role::Symptoms]),
            one(&[Role::Causes]),
            one(&[Role::Treatment, Role::SelfCare, Role::Medicines]),
        ],
        Kind::Procedure => &[
            one(&[Role::Procedure]),
            one(&[Role::Preparation]),
            one(&[Role::Aftercare]),
            one(&[Role::Risks]),
        ],
        Kind::Medicine => &[one(&[Role::Medicines]), one(&[Role::Risks])],
        Kind::Exercise => &[one(&[Role::Exercises])],
    };
    own.iter()
        .copied()
        .chain([RED_FLAGS, DISCLAIMER, FAQ])
        .collect()
}
