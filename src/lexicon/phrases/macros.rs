//! Declares the table names.

/// Declares `enum Table` with a name for each variant.
macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A phrase table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Table { $($(#[$doc])* $variant,)* }

        impl Table {
            /// Every table, in the order of their lists in the [phrasebook](super::book).
            pub const ALL: &'static [Table] = &[$(Table::$variant,)*];

            /// The name in the data files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The index of its list in the [phrasebook](super::book).
            pub fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use tables;
