/// Learning from examples with known answers: minibatches, validation after each epoch, early
/// stops.
///
/// [quorate.learning.supervised.SupervisedTraining] trains any [quorate.learning.supervised.Model];
/// a [quorate.learning.supervised.Forecaster] and a
/// [quorate.learning.supervised.VariationalAutoencoder] are two.
@NullMarked
package quorate.learning.supervised;

import org.jspecify.annotations.NullMarked;
