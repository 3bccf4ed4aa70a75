/// Macro series and texts on their whole way, from files to features.
@NullMarked
package quorate.app.signals;

import org.jspecify.annotations.NullMarked;
