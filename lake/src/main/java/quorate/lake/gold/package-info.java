/// Gold: feature tables ready to learn from, each with the story of how it was made.
@NullMarked
package quorate.lake.gold;

import org.jspecify.annotations.NullMarked;
