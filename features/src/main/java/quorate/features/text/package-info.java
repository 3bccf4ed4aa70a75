/// Features from what texts say of each instrument: sentiment that fades, dispersion, counts and
/// novelty, as they were known at the end of each bar.
@NullMarked
package quorate.features.text;

import org.jspecify.annotations.NullMarked;
