/// How samples get onto the shelf.
@NullMarked
package quorate.app.sample;

import org.jspecify.annotations.NullMarked;
