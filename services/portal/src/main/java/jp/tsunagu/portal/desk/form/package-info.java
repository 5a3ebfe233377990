/** What a worker types, on its way to the owning service and back when it is refused. */
@NullMarked
package jp.tsunagu.portal.desk.form;

import org.jspecify.annotations.NullMarked;
