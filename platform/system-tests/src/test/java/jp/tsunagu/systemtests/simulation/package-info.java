/**
 * The whole way of an event in one thread: the services' own rules, journals, relays, inboxes, sweep and read models over a
 * simulated store and broker, under a clock that is moved by hand.
 *
 * <p>
 * {@link jp.tsunagu.systemtests.simulation.Simulation} plays one history. All that is left to chance is drawn from its seed:
 * who acts, what runs next, and at every single step of input or output ({@link jp.tsunagu.systemtests.simulation.Weather})
 * whether it goes well, fails, fails after it took effect, takes long, lets others go first, or is the last thing its process
 * did. A process that dies loses all it remembered and keeps what the store had made durable. When the storm is over everything
 * comes to rest, and {@link jp.tsunagu.systemtests.simulation.Checker} looks at what is left: nothing promised may be lost,
 * nothing may have happened twice, no date may have passed unheard.
 */
@NullMarked
package jp.tsunagu.systemtests.simulation;

import org.jspecify.annotations.NullMarked;
