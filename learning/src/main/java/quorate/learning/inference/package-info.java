/// One face over networks that only run forward, whoever runs them.
@NullMarked
package quorate.learning.inference;

import org.jspecify.annotations.NullMarked;
