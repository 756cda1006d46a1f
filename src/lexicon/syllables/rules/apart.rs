//! Whether two vowels that meet in a word are spoken apart: "ia" in media, but not in special.

/// Two vowels side by side, and what is around them.
pub(super) struct Meeting<'w> {
    head: &'w [u8],
    first: u8,
    second: u8,
    tail: &'w [u8],
}

impl<'w> Meeting<'w> {
    /// The letter of `word` at `at` with the one before.
    pub(super) fn at(word: &'w [u8], at: usize) -> Option<Self> {
        let (before, after) = word.split_at_checked(at)?;
        let (first, head) = before.split_last()?;
        let (second, tail) = after.split_first()?;
        Some(Self {
            head,
            first: *first,
            second: *second,
            tail,
        })
    }

    /// Whether a new syllable starts at the second.
    pub(super) fn is_apart(&self) -> bool {
        self.is_behind_prefix()
            || match self.first {
                b'a' => self.behind_a(),
                b'e' => self.behind_e(),
                b'i' => self.behind_i(),
                b'o' => self.behind_o(),
                b'u' => self.behind_u(),
                _ => self.behind_y(),
            }
    }

    /// Re-examine, pre-exist, bi-opsy, osteo-arthritis, anti-emetic.
    fn is_behind_prefix(&self) -> bool {
        const JOINED: &[&str] = &[
            "oste", "gastr", "neur", "micr", "hydr", "electr", "cardi", "psych", "endocr", "radi",
            "aut", "nephr",
        ];
        match (self.head, self.first) {
            (b"r" | b"unr", b'e') => self.is_behind_re(),
            (b"pr", b'e') => !matches!(self.second, b'a' | b'y') || self.goes_on(&["rr", "mb"]),
            (b"d", b'e') => match self.second {
                b'a' => self.goes_on(&["ct"]),
                b'o' => !self.goes_on(&["d"]),
                _ => false,
            },
            (b"b" | b"ant" | b"sem" | b"mult", b'i') => true,
            (head, b'o') => {
                JOINED.iter().any(|stem| head.ends_with(stem.as_bytes())) && !self.goes_on(&["us"])
            }
            _ => false,
        }
    }

    fn is_behind_re(&self) -> bool {
        match self.second {
            b'a' => self.goes_on(&["ct", "dj", "dm", "ff", "lig", "pp", "rr", "ss", "tt", "ws"]),
            b'e' => !self.goes_on(&["d", "f", "l", "k"]),
            b'i' => self.goes_on(&["n", "m"]) && !self.goes_on(&["n$", "ns"]),
            b'o' => true,
            b'u' => self.goes_on(&["s", "n"]),
            _ => false,
        }
    }

    /// Archaic, chaos.
    fn behind_a(&self) -> bool {
        match self.second {
            b'i' => self.goes_on(&["c$", "st$", "sts$"]),
            b'o' => true,
            _ => false,
        }
    }

    fn behind_e(&self) -> bool {
        match self.second {
            b'a' => self.is_ea_apart(),
            // Being, reinfect.
            b'i' => self.goes_on(&["ng", "ty", "st"]) && !self.goes_on(&["ngh"]),
            // Video, but not people or courageous.
            b'o' => !self.goes_on(&["u", "pl", "n", "rge"]) || self.comes_after(&["r", "l"]),
            // Museum, nucleus.
            b'u' => self.goes_on(&["m$", "ms$", "s$"]),
            _ => false,
        }
    }

    /// Area, nausea, diarrhea, pancreas, create, real, ideal, linear, laryngeal, but not great or health.
    fn is_ea_apart(&self) -> bool {
        let long = self.head.len() > 2;
        self.comes_after(&["ar", "us", "rrh", "rho"])
            || self.comes_after(&["cr"]) && (self.goes_on(&["s$", "t"]) && !self.goes_on(&["tu"]))
            || self.comes_after(&["r"]) && self.goes_on(&["li"])
            || self.head == b"id" && self.goes_on(&["l"])
            || long && self.comes_after(&["n"]) && self.goes_on(&["r$", "$"])
            || self.head.len() > 3
                && self.comes_after(&["g", "n", "c", "r"])
                && self.goes_on(&["l$", "n$"])
    }

    fn behind_i(&self) -> bool {
        let is_soft = self.comes_after(&["c", "t", "s", "g", "x"]);
        match self.second {
            // Media, diagnose, appreciate, but not special, Asian or marriage.
            b'a' => {
                let swallowed = self.goes_on(&["l", "n"]) && !self.goes_on(&["ng", "nt", "nx"]);
                !(is_soft && swallowed || self.goes_on(&["ge"]))
            }
            b'e' => self.is_ie_apart(),
            // Biopsy, period, but not nation, anxious, million or region.
            b'o' => {
                let ion = self.goes_on(&["n$", "ns$", "nal", "nar"]);
                let swallowed =
                    (is_soft || self.comes_after(&["nn", "ll"])) && self.goes_on(&["n", "us"]);
                self.goes_on(&["ng"]) || !(swallowed || ion && self.comes_after(&["n", "l", "g"]))
            }
            b'u' => true,
            _ => false,
        }
    }

    /// Easier, quiet, science, client, but not ancient, field, friend or patient.
    fn is_ie_apart(&self) -> bool {
        let is_comparative =
            self.head.len() > 2 && !self.comes_after(&["e", "a", "o", "u", "y", "i"]);
        is_comparative && self.goes_on(&["r$", "rs$", "st$"])
            || self.goes_on(&["t"]) && !self.goes_on(&["ties"])
            || self.goes_on(&["n"])
                && (self.head == b"sc" || self.comes_after(&["l", "r", "d", "b", "v"]))
                && !self.comes_after(&["fr"])
    }

    fn behind_o(&self) -> bool {
        match self.second {
            // Coagulate, aortic.
            b'a' => {
                self.goes_on(&["ct", "rti"]) || self.comes_after(&["c"]) && self.goes_on(&["g"])
            }
            // Poem, poetry.
            b'e' => self.head.len() < 2 && self.goes_on(&["m", "t", "lect"]),
            // Doing, coincide.
            b'i' => self.goes_on(&["ng"]),
            // Cooperate, coordinate.
            b'o' => self.head == b"c" && self.goes_on(&["p", "r"]) && self.tail.len() > 4,
            _ => false,
        }
    }

    fn behind_u(&self) -> bool {
        let is_w = self.comes_after(&["q"]);
        match self.second {
            // Usual, actual, but not quality, guard or persuade.
            b'a' => {
                let is_glide = self.comes_after(&["g"]) && self.goes_on(&["r"]);
                let suave = self.comes_after(&["s"]) && self.goes_on(&["d", "s"]);
                !(is_w || is_glide || suave)
            }
            // Influence, fuel, but not question or guess.
            b'e' => !self.comes_after(&["q", "g"]) && self.goes_on(&["n", "l", "tt", "r"]),
            // Fluid, ruin, suicide, continuity, but not quit, build or fruit.
            b'i' => {
                let open = !self.comes_after(&["q", "g"]);
                open && self.goes_on(&["ng", "ty", "ti", "st", "d", "ci", "ni"])
                    || matches!(self.head, b"fl" | b"r") && self.goes_on(&["d", "n"])
            }
            b'o' => !is_w && !self.goes_on(&["y"]),
            _ => false,
        }
    }

    /// Hyoid, flying, employee, but not yes.
    fn behind_y(&self) -> bool {
        !self.head.is_empty()
            && match self.second {
                b'a' | b'i' | b'o' => true,
                b'e' => self.goes_on(&["r", "e"]),
                _ => false,
            }
    }

    /// Whether the letters behind the two vowels begin with one of `starts`; `$` is the end of the word.
    fn goes_on(&self, starts: &[&str]) -> bool {
        starts.iter().any(|start| match start.strip_suffix('$') {
            Some(whole) => self.tail == whole.as_bytes(),
            None => self.tail.starts_with(start.as_bytes()),
        })
    }

    /// Whether the letters before the two vowels end with one of `ends`.
    fn comes_after(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| self.head.ends_with(end.as_bytes()))
    }
}
