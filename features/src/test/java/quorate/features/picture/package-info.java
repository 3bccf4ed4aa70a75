/// The pictures of the indicators' pages, drawn from recorded prices.
@NullMarked
package quorate.features.picture;

import org.jspecify.annotations.NullMarked;
