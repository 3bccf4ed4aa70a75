/// The launcher on machines of every kind, made of folders with pretended tools.
@NullMarked
package quorate.app.launcher;

import org.jspecify.annotations.NullMarked;
