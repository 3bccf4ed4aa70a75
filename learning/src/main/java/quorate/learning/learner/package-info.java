/// The doorway of all algorithms: something that plays, learns and can be asked how it does.
@NullMarked
package quorate.learning.learner;

import org.jspecify.annotations.NullMarked;
