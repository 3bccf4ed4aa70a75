/// How assets move together: average correlation, effective bets, eigenvalues beyond noise, and
/// breaks between one window and the next.
@NullMarked
package quorate.features.correlation;

import org.jspecify.annotations.NullMarked;
