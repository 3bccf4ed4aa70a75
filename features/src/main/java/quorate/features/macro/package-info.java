/// Features from economic series: levels, differentials, changes and surprises, each carried
/// forward from the instant at which its numbers were out.
@NullMarked
package quorate.features.macro;

import org.jspecify.annotations.NullMarked;
