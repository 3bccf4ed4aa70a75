/// The structure of a market: gaps, kernel regression, learnt momentum, volume nodes and
/// microstructure, as `es-futures` sees them.
@NullMarked
package quorate.features.indicator.structure;

import org.jspecify.annotations.NullMarked;
