/// Whether prices trend, which way and how strongly.
@NullMarked
package quorate.features.indicator.trend;

import org.jspecify.annotations.NullMarked;
