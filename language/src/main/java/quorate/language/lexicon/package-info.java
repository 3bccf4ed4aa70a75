/// The scorer that needs no model: a list of words of finance, with negation, intensity and the
/// rule that a falling loss is good news.
@NullMarked
package quorate.language.lexicon;

import org.jspecify.annotations.NullMarked;
