/// What there is to observe: every indicator and function by name, with its parameters, and the
/// expressions that name them.
@NullMarked
package quorate.features.catalogue;

import org.jspecify.annotations.NullMarked;
