/// Members of the council: each looks at an observation and gives an opinion.
@NullMarked
package quorate.agents;

import org.jspecify.annotations.NullMarked;
