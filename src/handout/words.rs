//! The words of a handout in reading order, for the proof that no exporter loses one.
