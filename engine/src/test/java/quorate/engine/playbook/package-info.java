@NullMarked
package quorate.engine.playbook;

import org.jspecify.annotations.NullMarked;
