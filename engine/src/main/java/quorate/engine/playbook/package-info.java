/// The playbook: one YAML file that wires the rooms into one trading system.
@NullMarked
package quorate.engine.playbook;

import org.jspecify.annotations.NullMarked;
