/** One description of the whole API at {@code /api/openapi}, put together from what each service says of itself. */
@NullMarked
package jp.tsunagu.portal.openapi;

import org.jspecify.annotations.NullMarked;
