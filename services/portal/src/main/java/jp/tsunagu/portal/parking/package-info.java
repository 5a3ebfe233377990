/** The parking lots of all services in one place, for administrators: what waits, and the two things that can be done about it. */
@NullMarked
package jp.tsunagu.portal.parking;

import org.jspecify.annotations.NullMarked;
