/// Agents that users write: one Java file each, started from a template, compiled when a playbook
/// names it.
@NullMarked
package quorate.agents.source;

import org.jspecify.annotations.NullMarked;
