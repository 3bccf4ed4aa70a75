/// Where the project lies, and what lies in it.
@NullMarked
package quorate.app.home;

import org.jspecify.annotations.NullMarked;
