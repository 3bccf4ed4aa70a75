/// Handing dated things on when their time has come and no sooner.
@NullMarked
package quorate.features.asof;

import org.jspecify.annotations.NullMarked;
