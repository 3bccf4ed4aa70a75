/// Reads the documentation, so that tests can hold it to its word.
@NullMarked
package quorate.domain.document;

import org.jspecify.annotations.NullMarked;
