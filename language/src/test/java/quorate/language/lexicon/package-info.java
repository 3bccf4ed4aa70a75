/// Specifications of the package of the same name.
@NullMarked
package quorate.language.lexicon;

import org.jspecify.annotations.NullMarked;
