package quorate.language.lexicon;

/// What a text says, before anybody asks of whom.
///
/// @param sentiment −1 (bad news) to 1 (good news); 0 without evidence
/// @param confidence 0 without evidence, towards 1 with much of it that agrees
/// @param topic what it is about, one of the lexicon's topics, or empty
public record Judgement(double sentiment, double confidence, String topic) {}
