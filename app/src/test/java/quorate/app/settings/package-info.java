/// The settings file as a user writes it.
@NullMarked
package quorate.app.settings;

import org.jspecify.annotations.NullMarked;
