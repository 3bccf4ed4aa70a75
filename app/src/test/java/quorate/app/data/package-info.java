/// Specifications of how mappings are found.
@NullMarked
package quorate.app.data;

import org.jspecify.annotations.NullMarked;
