/// Prices made of a bar's four.
@NullMarked
package quorate.features.indicator.price;

import org.jspecify.annotations.NullMarked;
