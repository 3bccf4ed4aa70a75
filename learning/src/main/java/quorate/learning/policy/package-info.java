/// Policies: networks that act, and networks that judge.
@NullMarked
package quorate.learning.policy;

import org.jspecify.annotations.NullMarked;
