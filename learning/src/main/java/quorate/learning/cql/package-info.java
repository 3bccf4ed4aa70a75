/// Learning from what others have played: conservative Q-learning, and cloning as what it must
/// beat.
@NullMarked
package quorate.learning.cql;

import org.jspecify.annotations.NullMarked;
