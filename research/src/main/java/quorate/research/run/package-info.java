/// A finished run read back from its folder: what the figures and the report are made from.
@NullMarked
package quorate.research.run;

import org.jspecify.annotations.NullMarked;
