package quorate.features.macro;

/// A macro feature that has a name, for the catalogue and for people.
///
/// @param name as it is written in `macro(...)`
/// @param title what it is
/// @param formula as an expression that [MacroFeatures] reads too
/// @param unit of its value
/// @param source why it is looked at, or who defined it
public record MacroEntry(String name, String title, String formula, String unit, String source) {}
