/// From the bars of one instrument to what an agent sees: feature sets and observations.
@NullMarked
package quorate.features.observation;

import org.jspecify.annotations.NullMarked;
