/// How far what is seen now has moved from what was trained on.
@NullMarked
package quorate.features.drift;

import org.jspecify.annotations.NullMarked;
