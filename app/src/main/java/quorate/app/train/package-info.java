/// `train`: from a world and an algorithm to a training run, and on from where one stopped.
@NullMarked
package quorate.app.train;

import org.jspecify.annotations.NullMarked;
