/// `train`: from a world and an algorithm to a training run, and on from where one stopped;
/// `record`: from a run to recorded steps, from which others learn.
@NullMarked
package quorate.app.train;

import org.jspecify.annotations.NullMarked;
