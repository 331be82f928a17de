// Generated from the backend's OpenAPI document by `npm run types`; never edited by hand.
/* eslint-disable */
export interface paths {
    "/admin/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Acts
         * @description What was done lately by whom: to lots, events and people's accounts, by the help desk, and complaints about messages.
         */
        get: operations["list_acts_admin_acts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All Lots
         * @description All lots, as in the catalogue, with the people behind them.
         */
        get: operations["list_all_lots_admin_lots_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Ledger
         * @description The mail ledger: by outcome, and by title, topic, reply, lot or person.
         */
        get: operations["read_ledger_admin_mail_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All Orders
         * @description All orders, newest first, without the codes of tickets.
         */
        get: operations["list_all_orders_admin_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export All Orders
         * @description All orders that are looked for, as a file.
         */
        get: operations["export_all_orders_admin_orders_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reports
         * @description Messages that somebody complained of, the newest complaint first.
         */
        get: operations["list_reports_admin_reports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Report
         * @description One of them with what was said around it.
         */
        get: operations["read_report_admin_reports__message_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/{message_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss
         * @description Nothing is wrong with it. Another complaint brings it back.
         */
        post: operations["dismiss_admin_reports__message_id__dismiss_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description People, the oldest account first.
         */
        get: operations["list_users_admin_users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Rights
         * @description Give or take roles, ban or let in again. A ban ends all sessions at once. Nobody locks himself out.
         */
        patch: operations["change_rights_admin_users__user_id__patch"];
        trace?: never;
    };
    "/auth/cookie/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cookie Login
         * @description Sign in for an hour, with a cookie that scripts cannot read.
         */
        post: operations["cookie_login_auth_cookie_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/cookie/login-refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cookie Login Refresh
         * @description Sign in and stay signed in for 30 days after the last visit.
         */
        post: operations["cookie_login_refresh_auth_cookie_login_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/cookie/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cookie Logout
         * @description Sign out on this device: the session ends, for its open sockets too, and the cookies go.
         */
        post: operations["cookie_logout_auth_cookie_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/cookie/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cookie Refresh
         * @description Renew both cookies. A refresh token is good once; the one just used gets the same successor for ten seconds.
         */
        post: operations["cookie_refresh_auth_cookie_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgot Password
         * @description Ask for a letter to choose a new password. The answer is the same, and as fast, whether there is such a person.
         */
        post: operations["forgot_password_auth_forgot_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Sign in by mail address or user name and get a token for an hour.
         */
        post: operations["login_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Join. Whoever gives a mail address gets a letter to confirm it.
         */
        post: operations["register_auth_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/request-verify-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Verify Token
         * @description Ask for another letter to confirm an address. The answer tells nothing.
         */
        post: operations["request_verify_token_auth_request_verify_token_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Choose a new password with the token of a letter. All sessions end.
         */
        post: operations["reset_password_auth_reset_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify
         * @description Confirm an address, the account's own or a new one, with the token of a letter.
         */
        post: operations["verify_auth_verify_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Availability
         * @description How many tickets are left in each lane, and of each type; what types share, a zone or a quota, counts once in its lane.
         */
        get: operations["read_availability_availability_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description One's own conversations, the newest talk first; for agents and administrators all of them.
         *
         *     The last words of two others are left out: who opens their conversation to read them is noted.
         */
        get: operations["list_conversations_conversations_get"];
        put?: never;
        /**
         * Begin
         * @description Begin to talk: a pair has one conversation about one thing, whoever begins it and however often.
         */
        post: operations["begin_conversations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation
         * @description One conversation that one may see; staff may see all, and are noted where they take no part.
         */
        get: operations["read_conversation_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign
         * @description Staff give a conversation of the help desk to an agent by hand, or back into the queue.
         */
        post: operations["assign_conversations__conversation_id__assign_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block
         * @description A participant takes no messages from the other any more, or takes them again.
         */
        post: operations["block_conversations__conversation_id__block_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Context
         * @description The lot, event or order that it hangs on: as the person saw it when he began to write, and now. None without one.
         */
        get: operations["read_context_conversations__conversation_id__context_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Detail
         * @description The same as without `/detail`.
         */
        get: operations["read_detail_conversations__conversation_id__detail_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description The messages of a page, counted from the newest, in either order; or those after a seq, oldest first.
         */
        get: operations["list_messages_conversations__conversation_id__messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/messages/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read All Messages
         * @description Everything of a conversation is read.
         */
        put: operations["read_all_messages_conversations__conversation_id__messages_read_all_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute
         * @description Staff let the customer's messages reopen it no more, or again.
         */
        post: operations["mute_conversations__conversation_id__mute_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Person
         * @description For agents: the lots, bids and orders of a person of a conversation. The help desk itself has none.
         */
        get: operations["read_person_conversations__conversation_id__person_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Place
         * @description Where one's conversation stands in the queue.
         */
        get: operations["read_place_conversations__conversation_id__queue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read All
         * @description Everything of a conversation up to a seq is read; without one, all of it.
         */
        put: operations["read_all_conversations__conversation_id__read_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description Something is owed after all.
         */
        post: operations["reopen_conversations__conversation_id__reopen_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report
         * @description Tell the house that a message is not right; administrators find it among the reports.
         */
        post: operations["report_conversations__conversation_id__report_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve
         * @description Nothing more is owed.
         */
        post: operations["resolve_conversations__conversation_id__resolve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze
         * @description Staff set it aside until a time, or until the customer writes.
         */
        post: operations["snooze_conversations__conversation_id__snooze_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgot Password
         * @description Ask for a letter to choose a new password. The answer is the same, and as fast, whether there is such a person.
         */
        post: operations["forgot_password_email_forgot_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Choose a new password with the token of a letter. All sessions end.
         */
        post: operations["reset_password_email_reset_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description The programme, by the beginnings of words in title, organizer and place, by day in UTC, by organiser and by status.
         *
         *     X-Total-Count tells how many there are in all.
         */
        get: operations["list_events_events_get"];
        put?: never;
        /**
         * Create Event
         * @description Put a concert on sale; whoever does is its organiser. A retry with the same Idempotency-Key finds the same event.
         *
         *     `available_qty` of a ticket type is how many there are of it in all.
         */
        post: operations["create_event_events_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Event
         * @description One event, with the figures of its head row: never stale.
         */
        get: operations["read_event_events__event_id__get"];
        /**
         * Change Event
         * @description Change an event: its organiser or an administrator. Title and times must be there, and what else is left out gets its default;
         *     only pictures, hall, ticket types and the settings of the box office (quotas, hold time, lanes, blocked seats) stay.
         *
         *     A ticket type is known by its id, else by its name. An edit never refills: `available_qty` is how many there are in all, those that
         *     are sold, pending and held included; fewer than these are refused with `under_sold`.
         */
        put: operations["change_event_events__event_id__put"];
        post?: never;
        /**
         * Cancel Event
         * @description Call an event off: its organiser or an administrator. Every order is undone and refunded.
         */
        delete: operations["cancel_event_events__event_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/blocked-seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block Seats
         * @description Block free seats and unblock others, all or nothing: the organiser or an administrator. A seat that somebody has stays his.
         */
        post: operations["block_seats_events__event_id__blocked_seats_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/checkins/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Inside
         * @description How many are inside: for scanners, the organiser and administrators.
         */
        get: operations["count_inside_events__event_id__checkins_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold Tickets
         * @description Hold tickets while paying, all or nothing: `lines` of types, `seats` picked by hand, or both; or the `best_available` of a type.
         */
        post: operations["hold_tickets_events__event_id__holds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Office
         * @description The figures of one's own event: what is sold, held and free of each type, money, how fast it sells, and refunds that failed.
         */
        get: operations["read_office_events__event_id__office_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders Of Event
         * @description The orders of one's own event, newest first, without the codes of tickets and without mail addresses.
         */
        get: operations["list_orders_of_event_events__event_id__orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Orders Of Event
         * @description The orders of one's own event, as a file.
         */
        get: operations["export_orders_of_event_events__event_id__orders_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Queue
         * @description How long the lanes of an event are, and where one's own requests stand.
         */
        get: operations["read_queue_events__event_id__queue_get"];
        put?: never;
        /**
         * Direct Queue
         * @description Pause the queue, let it go on, or serve the next `count` of a paused one: the organiser and administrators.
         */
        post: operations["direct_queue_events__event_id__queue_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Seats
         * @description The hall of an event and what became of each seat; `hall` is null where there is none.
         */
        get: operations["read_seats_events__event_id__seats_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grab Tickets
         * @description Have tickets of one type at once: what costs nothing is yours, the rest is held until `expires_at`; seats are the best there are.
         */
        post: operations["grab_tickets_events__event_id__tickets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/favorites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Favorites
         * @description The lots that the signed-in person has starred, newest first; X-Total-Count tells how many there are.
         */
        get: operations["list_favorites_favorites_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/favorites/add/{lot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Favorite
         * @description Star a lot.
         */
        post: operations["add_favorite_favorites_add__lot_id__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/favorites/remove/{lot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Favorite
         * @description Take the star away.
         */
        delete: operations["remove_favorite_favorites_remove__lot_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/help-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Help Desk
         * @description Who is there and who waits.
         */
        get: operations["read_help_desk_help_desk_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/help-desk/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say Availability
         * @description Come or go; whoever waits is handed out at once.
         */
        put: operations["say_availability_help_desk_me_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Release Hold
         * @description Give up an order that is not paid; its tickets are free at once.
         */
        delete: operations["release_hold_holds__order_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{order_id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Out
         * @description Press pay. The tickets are kept five minutes at least from now on; what lapsed before is refused before anybody is charged.
         */
        post: operations["check_out_holds__order_id__checkout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lots
         * @description The catalogue: by status, by the beginnings of words in number, title and author, sorted.
         */
        get: operations["list_lots_lots_get"];
        put?: never;
        /**
         * Create Lot
         * @description List a lot. A retry with the same Idempotency-Key finds the same lot.
         */
        post: operations["create_lot_lots_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Lots
         * @description Lots by number, title or author: beginnings of words, without accents.
         */
        get: operations["search_lots_lots_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Lot
         * @description One lot, with the figures of its head row: never stale.
         */
        get: operations["read_lot_lots__lot_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Lot
         * @description Change one's own lot before its first bid; what is not named stays. An open lot keeps its start and its increments.
         */
        patch: operations["change_lot_lots__lot_id__patch"];
        trace?: never;
    };
    "/lots/{lot_id}/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bid History
         * @description The newest bids, newest first; `before` a seq pages back to the first.
         */
        get: operations["bid_history_lots__lot_id__bids_get"];
        put?: never;
        /**
         * Place Bid
         * @description Bid straight: the price becomes this amount.
         */
        post: operations["place_bid_lots__lot_id__bids_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}/bids/{seq}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove Bid
         * @description What the receipt of one's own bid was computed from: compute it anew, and compare it with the `hash` you kept.
         *
         *     Only the bidder gets it, and only of what he pressed himself: whoever has the fingerprint of another's command can find out by
         *     trying what was in it.
         */
        get: operations["prove_bid_lots__lot_id__bids__seq__proof_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Lot
         * @description Withdraw a lot: its seller before the first bid, an administrator always.
         */
        post: operations["cancel_lot_lots__lot_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Lot
         * @description An administrator ends an open lot now; the highest bid wins.
         */
        post: operations["finish_lot_lots__lot_id__finish_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Picture
         * @description Show one more picture, at most ten, in the order of arrival. A retry with the same Idempotency-Key finds the same picture.
         */
        post: operations["add_picture_lots__lot_id__images_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}/images/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Picture
         * @description Take a picture away: the lot's seller before its end, an administrator always.
         */
        delete: operations["remove_picture_lots__lot_id__images__n__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{lot_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Lot
         * @description An administrator opens a scheduled lot now.
         */
        post: operations["start_lot_lots__lot_id__start_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/private/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch
         * @description An upload of a conversation that one may see: an image shown, anything else as a download.
         */
        get: operations["fetch_media_private__name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{file_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read File
         * @description A stored picture. Files never change, so they may be cached for ever.
         */
        get: operations["read_file_media__file_name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Message
         * @description Say something. A retry with the same `client_id` (or Idempotency-Key) finds the same message.
         */
        post: operations["send_message_messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Hide Message
         * @description Take one's own message out of sight, as staff any of the help desk's, as administrator any. The log keeps that it was hidden.
         */
        delete: operations["hide_message_messages__message_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{message_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read Message
         * @description A message, and everything before it, is read.
         */
        put: operations["read_message_messages__message_id__read_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Figures of this worker in Prometheus' text format.
         */
        get: operations["metrics_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description Your orders, the newest first; `X-Total-Count` says how many there are in all.
         */
        get: operations["list_orders_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List My Orders
         * @description The same as `/orders`.
         */
        get: operations["list_my_orders_orders_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Order
         * @description One order, with the codes of its tickets.
         */
        get: operations["read_order_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Order
         * @description Give a whole order back: its buyer by the refund policy of each type, organiser and administrators in full.
         */
        post: operations["cancel_order_orders__order_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Tickets
         * @description Mail the tickets of an order to its buyer once more, at most once a minute.
         */
        post: operations["resend_tickets_orders__order_id__resend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hear Callback
         * @description A payment provider tells what became of an attempt. Told twice it counts once; anything but 2xx is told again later.
         */
        post: operations["hear_callback_payments_callback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/test/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Payment
         * @description What is to be paid, for the page of the practice till.
         */
        get: operations["read_payment_payments_test__token__get"];
        put?: never;
        /**
         * Decide Payment
         * @description The payer decides; pressed again it is the same decision. The till then tells the house as a real provider would.
         */
        post: operations["decide_payment_payments_test__token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queue Position
         * @description Where a request of one's own stands; its event's organiser and administrators may ask for any. Others' are `unknown`.
         */
        get: operations["queue_position_queue_position_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep Reply
         * @description Keep one more; the team's are kept by agents.
         */
        post: operations["keep_reply_quick_replies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quick-replies/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Replies
         * @description One's own, then for agents the team's; `q` is the beginning of a code or part of the text.
         */
        get: operations["list_replies_quick_replies_user__user_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quick-replies/{reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Reply
         * @description Change one's own, or as an agent one of the team's.
         */
        put: operations["change_reply_quick_replies__reply_id__put"];
        post?: never;
        /**
         * Remove Reply
         * @description Keep it no longer.
         */
        delete: operations["remove_reply_quick_replies__reply_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description The process answers and reaches its log.
         */
        get: operations["ready_ready_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds/{refund_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Refund
         * @description Note that a refund which failed was paid another way, and how: the organiser or an administrator, once. No money moves by this.
         */
        post: operations["settle_refund_refunds__refund_id__settle_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Seat Maps
         * @description The stored halls, by the beginnings of words in number and name; `mine` only one's own. X-Total-Count tells how many there are.
         */
        get: operations["list_seat_maps_seat_maps_get"];
        put?: never;
        /**
         * Draw Seat Map
         * @description Keep a hall, drawn or exported elsewhere. A retry with the same Idempotency-Key finds the same seat map.
         */
        post: operations["draw_seat_map_seat_maps_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-maps/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate Hall
         * @description Make a hall by formula: so many rows of so many seats, with aisles and a curve. Nothing is stored.
         */
        post: operations["generate_hall_seat_maps_generate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-maps/{seat_map_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Seat Map
         * @description A stored hall.
         */
        get: operations["read_seat_map_seat_maps__seat_map_id__get"];
        /**
         * Redraw Seat Map
         * @description Replace a hall: its owner or an administrator. Events that were made of it keep their own copy.
         */
        put: operations["redraw_seat_map_seat_maps__seat_map_id__put"];
        post?: never;
        /**
         * Remove Seat Map
         * @description Offer a hall no longer: its owner or an administrator. Events that were made of it keep their own copy.
         */
        delete: operations["remove_seat_map_seat_maps__seat_map_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seat-maps/{seat_map_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Hall
         * @description The hall alone, as a file; `POST /seat-maps` takes it as it is.
         */
        get: operations["export_hall_seat_maps__seat_map_id__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ticket-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Tickets
         * @description Queue for tickets in the lane of their type: served at once, in turns, unless the queue is paused.
         *
         *     `ticket_type` is the name or the id of a type, else a lane (`VIP`, `Regular`), which stands for the first type in it.
         */
        post: operations["request_tickets_ticket_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ticket-requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave Queue
         * @description Wait no longer; whoever stands behind moves up.
         */
        delete: operations["leave_queue_ticket_requests__request_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/checkin/{qr_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check In
         * @description Let a ticket in, or out: scanners, the organiser and administrators. The same nonce gets the same answer.
         */
        post: operations["check_in_tickets_checkin__qr_token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ticket Keys
         * @description The keys that a gate checks tickets by while it cannot ask the house.
         */
        get: operations["ticket_keys_tickets_keys_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Tickets
         * @description One's own tickets, the nearest event first and what is over last; X-Total-Count tells how many there are.
         */
        get: operations["own_tickets_tickets_mine_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/verify/{qr_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify Ticket
         * @description What a code is worth: for the ticket's holder, scanners, the organiser and administrators. Changes nothing.
         */
        get: operations["verify_ticket_tickets_verify__qr_token__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{ticket_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Ticket
         * @description Give one ticket back; the others of its order stay.
         */
        post: operations["cancel_ticket_tickets__ticket_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{ticket_id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw Code
         * @description The QR code of a ticket, for its holder and administrators.
         */
        get: operations["draw_code_tickets__ticket_id__qr_svg_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask To Unsubscribe
         * @description The page behind the link of a letter: it asks, and changes nothing.
         */
        get: operations["ask_to_unsubscribe_unsubscribe__token__get"];
        put?: never;
        /**
         * Unsubscribe
         * @description No more letters of this kind for the person of the token; the same again as often as it is asked.
         */
        post: operations["unsubscribe_unsubscribe__token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upload/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload File
         * @description Keep a file of a kind that is told by its content; a retry with the same Idempotency-Key finds the same one.
         */
        post: operations["upload_file_upload_file_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upload/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Image
         * @description Keep an image, encoded anew with thumbnails; a retry with the same Idempotency-Key finds the same one.
         */
        post: operations["upload_image_upload_image_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description People, the oldest account first; X-Total-Count says how many.
         */
        get: operations["list_users_users_get"];
        put?: never;
        /**
         * Create User
         * @description Make an account; its owner chooses a password by mail, or an administrator gives him the rest.
         */
        post: operations["create_user_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/ensure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ensure Users
         * @description For test environments (SALEROOM_TEST_USERS=1): people who are there already are left alone. It never makes administrators.
         */
        post: operations["ensure_users_users_ensure_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description Your own account.
         */
        get: operations["read_me_users_me_get"];
        put?: never;
        post?: never;
        /**
         * Erase Me
         * @description Leave: your name, addresses and password are erased and all your sessions end. The log keeps your number alone.
         */
        delete: operations["erase_me_users_me_delete"];
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Change your account. A new mail address counts once you follow its letter; a new password ends your other sessions.
         */
        patch: operations["change_me_users_me_patch"];
        trace?: never;
    };
    "/users/me/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Bids
         * @description The lots you have bid on and how you stand on each, your newest bid first.
         */
        get: operations["my_bids_users_me_bids_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Lots
         * @description The lots you sell or have sold, the newest first.
         */
        get: operations["my_lots_users_me_lots_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/mail-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Mail Preferences
         * @description Which letters you get besides the essential ones.
         */
        get: operations["read_mail_preferences_users_me_mail_preferences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Mail Preferences
         * @description Choose which letters you get besides the essential ones.
         */
        patch: operations["change_mail_preferences_users_me_mail_preferences_patch"];
        trace?: never;
    };
    "/users/me/selling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Selling
         * @description What you tell the winners of your lots.
         */
        get: operations["read_selling_users_me_selling_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Selling
         * @description Tell the winners of your lots how to pay and how to collect; it counts for lots sold before as well.
         */
        patch: operations["change_selling_users_me_selling_patch"];
        trace?: never;
    };
    "/users/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sessions
         * @description The devices you are signed in on, at most 100, the newest use first.
         */
        get: operations["read_sessions_users_me_sessions_get"];
        put?: never;
        post?: never;
        /**
         * End Other Sessions
         * @description Sign out on all devices but this one.
         */
        delete: operations["end_other_sessions_users_me_sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description Sign out on one device.
         */
        delete: operations["end_session_users_me_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/won": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Won Lots
         * @description The lots you have won, with what their sellers say on payment and collection.
         */
        get: operations["my_won_lots_users_me_won_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read User
         * @description One person.
         */
        get: operations["read_user_users__user_id__get"];
        /**
         * Change User
         * @description Change what others see of a person.
         */
        put: operations["change_user_users__user_id__put"];
        post?: never;
        /**
         * Erase User
         * @description Erase a person; the log keeps his number and nothing else.
         */
        delete: operations["erase_user_users__user_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Status
         * @description Ban somebody, or let him in again. A ban ends all his sessions at once.
         */
        patch: operations["change_status_users__user_id__status_patch"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Account
         * @description A person as an administrator sees him.
         */
        Account: {
            /** Email */
            email: string | null;
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Is Superuser */
            is_superuser: boolean;
            /** Is Verified */
            is_verified: boolean;
            /** Name */
            name: string;
            /** Roles */
            roles: ("buyer" | "merchant" | "agent" | "scanner" | "admin")[];
            /** Username */
            username: string | null;
        };
        /**
         * Act
         * @description Something that somebody with the right to it did to a lot, an event, a conversation or an account; names of the erased are null.
         *
         *     Attributes:
         *         is_owner: whether it was the lot's own seller, or the event's own organiser.
         *         about, id: what it was done to; for a person `id` is his.
         *         title: of a lot or event.
         *         user_id: the person of the account, the customer of the conversation, or the agent whom it was given to.
         *         seq: of the message that was hidden or reported.
         *         reason: as it was given; of a report the complaint, of a snooze until when.
         *         roles_before, roles_after: of an act on an account.
         */
        Act: {
            /**
             * About
             * @enum {string}
             */
            about: "lot" | "event" | "conversation" | "person";
            /**
             * Act
             * @enum {string}
             */
            act: "edited" | "started" | "finished" | "cancelled" | "roles_changed" | "banned" | "let_in" | "renamed" | "erased" | "reported" | "hidden" | "resolved" | "reopened" | "snoozed" | "muted" | "unmuted" | "blocked" | "unblocked" | "assigned" | "returned" | "dismissed" | "looked_into" | "refund_settled";
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Id */
            by_id: number;
            /** By Name */
            by_name: string | null;
            /** Id */
            id: number;
            /** Is Owner */
            is_owner: boolean;
            /** Reason */
            reason: string;
            /** Roles After */
            roles_after: string[] | null;
            /** Roles Before */
            roles_before: string[] | null;
            /** Seq */
            seq: number | null;
            /** Title */
            title: string | null;
            /** User Id */
            user_id: number | null;
            /** User Name */
            user_name: string | null;
        };
        /**
         * Acts
         * @description A page of acts, newest first, and how many there are in all.
         */
        Acts: {
            /** Items */
            items: components["schemas"]["Act"][];
            /** Total */
            total: number;
        };
        /**
         * AddressOnly
         * @description Somebody's mail address.
         */
        AddressOnly: {
            /** Email */
            email: string;
        };
        /**
         * AdminLot
         * @description A lot with the names of its seller and of its leader or winner; null for an erased person, or where there is nobody.
         */
        AdminLot: {
            /** Auction Name */
            auction_name: string;
            /** Author */
            author: string;
            /** Bid Count */
            bid_count: number;
            /**
             * Cancel Reason
             * @description Why it was cancelled, as its seller or an administrator said it; empty otherwise.
             */
            cancel_reason: string;
            /** Created At */
            created_at: string;
            /** Current Price */
            current_price: number;
            /** Description */
            description: string;
            /** End Time */
            end_time: string;
            /** Hard End Time */
            hard_end_time: string | null;
            /** Id */
            id: number;
            /** Image Url */
            image_url: string;
            /** Images */
            images: components["schemas"]["Picture"][];
            /** Increments */
            increments: string;
            /** Is Active */
            is_active: boolean;
            /** Lot Materials */
            lot_materials: string;
            /** Next Min */
            next_min: number;
            /** Owner Id */
            owner_id: number | null;
            /** Owner Name */
            owner_name: string | null;
            /**
             * Reserve
             * @enum {string}
             */
            reserve: "none" | "not_met" | "met";
            /** Seller Id */
            seller_id: number;
            /** Seller Name */
            seller_name: string | null;
            /** Seq */
            seq: number;
            /** Server Time */
            server_time: string;
            /** Soft Close Seconds */
            soft_close_seconds: number;
            /** Start Price */
            start_price: number;
            /** Start Time */
            start_time: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "open" | "sold" | "unsold" | "cancelled";
            /** Title */
            title: string;
        };
        /**
         * AdminLots
         * @description A page of all lots, and how many there are in all.
         */
        AdminLots: {
            /** Items */
            items: components["schemas"]["AdminLot"][];
            /** Total */
            total: number;
        };
        /**
         * AgentState
         * @description An agent: whether he is there, and how much he has of what he takes.
         */
        AgentState: {
            agent: components["schemas"]["ChatUser"];
            /** Capacity */
            capacity: number;
            /** Is Online */
            is_online: boolean;
            /** Load */
            load: number;
        };
        /**
         * Assignment
         * @description Who is to answer; none puts the conversation back into the queue.
         *
         *     `expected` is who has it as the asker sees it, null for nobody: when somebody else has it by now, the asker is told. Left out, it
         *     is taken from whoever has it.
         */
        Assignment: {
            /** Assignee Id */
            assignee_id?: string | null;
            /** Expected */
            expected?: string | null;
        };
        /**
         * AuctionEnded
         * @description An event: the hammer fell, or the lot was cancelled. A late bid gets it too, alone, with its command id and code.
         */
        AuctionEnded: {
            /**
             * Code
             * @constant
             */
            code?: "lot_ended";
            /** Command Id */
            command_id?: string;
            /** Final Price */
            final_price: number | null;
            /** Lot Id */
            lot_id: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "sold" | "unsold" | "cancelled";
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AUCTION_ENDED";
            /** Winner Id */
            winner_id: number | null;
        };
        /**
         * AuctionStatus
         * @description An event: an administrator started or finished the lot.
         */
        AuctionStatus: {
            /** Is Active */
            is_active: boolean;
            /** Lot Id */
            lot_id: number;
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AUCTION_STATUS";
        };
        /**
         * Availability
         * @description An agent says whether he is there, and how many conversations he takes at once.
         */
        "Availability-Input": {
            /**
             * Capacity
             * @default 5
             */
            capacity?: number;
            /** Is Available */
            is_available: boolean;
        };
        /**
         * Availability
         * @description What is left in each lane, over all its types, and of each type; what types share, a zone or a quota, counts once in its lane.
         */
        "Availability-Output": {
            /** Event Id */
            event_id: number;
            /** Regular Left */
            regular_left: number;
            /** Seq */
            seq: number;
            /** Ticket Types */
            ticket_types: components["schemas"]["TicketTypeLeft"][];
            /** Vip Left */
            vip_left: number;
        };
        /**
         * Bearer
         * @description A sign-in for programs: the token goes into `Authorization: Bearer …`.
         */
        Bearer: {
            /** Access Token */
            access_token: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type?: "bearer";
            user: components["schemas"]["OwnAccount"];
        };
        /**
         * BestAvailable
         * @description Client: hold the best seats together. `accessible`: a wheelchair place is among them.
         */
        BestAvailable: {
            /** Accessible */
            accessible?: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "best_available";
            /** Command Id */
            command_id?: string;
            /** Quantity */
            quantity: number;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * Bid
         * @description One bid of the public history; `id` is its seq. `bidder_name` is "Bidder n" by order of first bids.
         */
        Bid: {
            /** Amount */
            amount: number;
            /** Auto */
            auto: boolean;
            /** Bidder Name */
            bidder_name: string;
            /** Created At */
            created_at: string;
            /** Id */
            id: number;
            /** Lot Id */
            lot_id: number;
            /** User Id */
            user_id: number;
        };
        /**
         * BidAccepted
         * @description The answer to one bid, after COMMIT and before its NEW_BID; `hash` is the chain's head after it, to keep as proof.
         */
        BidAccepted: {
            /** Amount */
            amount: number;
            /** Command Id */
            command_id: string;
            /** Explain */
            explain: string;
            /** Hash */
            hash: string;
            /** Leading */
            leading: boolean;
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "BID_ACCEPTED";
        };
        /**
         * BidForm
         * @description The body of `POST /lots/{id}/bids`.
         */
        BidForm: {
            /** Amount */
            amount: number;
            /** Max Amount */
            max_amount?: number | null;
        };
        /**
         * BidHistory
         * @description A state: the newest bids, newest first, at most 20.
         */
        BidHistory: {
            /** Bids */
            bids: components["schemas"]["Bid"][];
            /** Lot Id */
            lot_id: number;
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "BID_HISTORY";
        };
        /**
         * BidProof
         * @description Everything that the hash of one bid covers, so that whoever kept `hash` at the time can compute it anew.
         *
         *     `hash` = SHA-256 of `previous_hash`, then `stream_id` and `seq` (8 bytes each), `command_id` (16), `ordinal`, `type` and
         *     `schema_version` (2 each), `at_micros` (8), `fingerprint` (16) and the bytes of `fact`; numbers with the highest byte first.
         */
        BidProof: {
            /**
             * At Micros
             * @description Microseconds since 1970.
             */
            at_micros: number;
            /**
             * Command Id
             * Format: uuid
             */
            command_id: string;
            /**
             * Fact
             * @description The exact bytes that are in the log, in base64: JSON.
             */
            fact: string;
            /**
             * Fingerprint
             * @description The first half of the SHA-256 of the command's content, in hexadecimal.
             */
            fingerprint: string;
            /**
             * Hash
             * @description As it stands in the log now, in hexadecimal.
             */
            hash: string;
            /** Lot Id */
            lot_id: number;
            /** Ordinal */
            ordinal: number;
            /**
             * Previous Hash
             * @description The hash of the fact before it, in hexadecimal.
             */
            previous_hash: string;
            /** Schema Version */
            schema_version: number;
            /** Seq */
            seq: number;
            /** Stream Id */
            stream_id: number;
            /** Type */
            type: number;
        };
        /**
         * BlockForm
         * @description Which seats are not for sale from now on, and which are again.
         */
        BlockForm: {
            /**
             * Block
             * @default []
             */
            block?: string[];
            /**
             * Unblock
             * @default []
             */
            unblock?: string[];
        };
        /**
         * CallbackHeard
         * @description The callback was understood; it need not be told again.
         */
        CallbackHeard: {
            /** Ok */
            ok: boolean;
        };
        /**
         * ChatMessage
         * @description A message. `hidden_by`: who took a hidden one away, the one who wrote it (`author`) or a moderator of the house (`help_desk`).
         */
        ChatMessage: {
            /** Client Id */
            client_id: string;
            /** Content */
            content: string;
            /** Conversation Id */
            conversation_id: number;
            /** Created At */
            created_at: number;
            /** Filename */
            filename: string | null;
            /** Hidden By */
            hidden_by: ("author" | "help_desk") | null;
            /** Id */
            id: number;
            /** Is Hidden */
            is_hidden: boolean;
            /** Is Read */
            is_read: boolean;
            /** Is Staff */
            is_staff: boolean;
            /**
             * Message Type
             * @enum {string}
             */
            message_type: "text" | "image" | "file";
            sender: components["schemas"]["ChatUser"];
            /** Sender Id */
            sender_id: string;
            /** Seq */
            seq: number;
        };
        /**
         * ChatUser
         * @description A person as others see him in the chat.
         */
        ChatUser: {
            /** Avatar */
            avatar: string;
            /** Created At */
            created_at: number;
            /** Description */
            description: string;
            /** Id */
            id: string;
            /** Role */
            role: ("admin" | "agent" | "merchant" | "scanner" | "buyer") | "help-desk";
            /**
             * Status
             * @enum {string}
             */
            status: "online" | "offline";
            /** Username */
            username: string;
        };
        /**
         * Checkout
         * @description Pay was pressed: where to pay, and until when the tickets are kept for it. What costs nothing is paid already.
         */
        Checkout: {
            /** Attempt */
            attempt: number | null;
            /** Expires At */
            expires_at: string | null;
            /** Order Id */
            order_id: number;
            /**
             * Payment Url
             * @description The page of the payment provider.
             */
            payment_url: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "paid";
        };
        ClientFrame: components["schemas"]["PlaceBidFrame"] | components["schemas"]["GetHistory"] | components["schemas"]["CloseAuction"];
        /**
         * CloseAuction
         * @description Client, administrators only: finish the lot now.
         */
        CloseAuction: {
            /** Command Id */
            command_id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CLOSE_AUCTION";
        };
        /**
         * Complaint
         * @description What somebody found wrong with a message.
         */
        Complaint: {
            by: components["schemas"]["ChatUser"];
            /**
             * Complaint
             * @enum {string}
             */
            complaint: "spam" | "insult" | "fraud" | "other";
            /** Created At */
            created_at: number;
        };
        /**
         * ContextForm
         * @description What a conversation hangs on, as it is seen at `seq`.
         */
        ContextForm: {
            /**
             * About
             * @enum {string}
             */
            about: "lot" | "event" | "order";
            /** Id */
            id: number;
            /**
             * Seq
             * @default 0
             */
            seq?: number;
        };
        /**
         * Conversation
         * @description A conversation. Its second participant is the help desk where nobody else is named.
         */
        Conversation: {
            assignee: components["schemas"]["ChatUser"] | null;
            /** Assignee Id */
            assignee_id: string | null;
            /** Blocked By */
            blocked_by: string[];
            context: components["schemas"]["ContextForm"] | null;
            /** Created At */
            created_at: number;
            /** Delivered Seqs */
            delivered_seqs: [
                number,
                number
            ];
            /** Id */
            id: number;
            /** Is Muted */
            is_muted: boolean;
            /** Last Message */
            last_message: string;
            /** Last Message Time */
            last_message_time: number | null;
            participant1: components["schemas"]["ChatUser"];
            /** Participant1 Id */
            participant1_id: string;
            /** Participant1 Unread */
            participant1_unread: number;
            participant2: components["schemas"]["ChatUser"];
            /** Participant2 Id */
            participant2_id: string;
            /** Participant2 Unread */
            participant2_unread: number;
            /** Read Seqs */
            read_seqs: [
                number,
                number
            ];
            /** Seq */
            seq: number;
            /** Snoozed Until */
            snoozed_until: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "pending" | "snoozed" | "resolved";
            /** Updated At */
            updated_at: number;
        };
        /**
         * ConversationPage
         * @description A page of conversations and how many there are in all.
         */
        ConversationPage: {
            /** Count */
            count: number;
            /** Results */
            results: components["schemas"]["Conversation"][];
        };
        /**
         * ConversationState
         * @description A state: what a conversation has become by `seq`, and who answers it. `position` is its place in the queue, from 1.
         *
         *     As a state it may run ahead of messages that are still to come: after a cut, go on at the last message, not at this seq.
         */
        ConversationState: {
            /** Assignee Id */
            assignee_id: string | null;
            /** Conversation Id */
            conversation_id: number;
            /** Participant1 Id */
            participant1_id: string;
            /** Participant2 Id */
            participant2_id: string;
            /** Position */
            position: number | null;
            /** Seq */
            seq: number;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "pending" | "snoozed" | "resolved";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation";
        };
        /**
         * Done
         * @description It is done, and there is nothing more to say.
         */
        Done: {
            /**
             * Status
             * @default ok
             * @constant
             */
            status?: "ok";
        };
        /**
         * EnsuredUser
         * @description Somebody who is to be there; what is not given is made up. `username` is what others read.
         */
        EnsuredUser: {
            /**
             * Avatar
             * @default
             */
            avatar?: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /** Id */
            id: string;
            /**
             * Role
             * @default buyer
             * @enum {string}
             */
            role?: "buyer" | "merchant" | "agent" | "scanner" | "admin";
            /** Username */
            username?: string | null;
        };
        /**
         * EnsuredUsers
         * @description The body of `POST /users/ensure`.
         */
        EnsuredUsers: {
            /** Users */
            users: components["schemas"]["EnsuredUser"][];
        };
        /**
         * Error
         * @description A refusal or a fault, to its sender alone; further facts stand beside these fields.
         */
        Error: {
            /** Code */
            code: string;
            /** Command Id */
            command_id?: string;
            /** Message */
            message: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ERROR";
        };
        /**
         * Event
         * @description A concert as everyone may see it.
         */
        Event: {
            /** Blocked Seats */
            blocked_seats: string[];
            /**
             * Cancel Reason
             * @description Why it was called off, as the organiser or an administrator said; empty otherwise.
             */
            cancel_reason: string;
            /** Cover Image */
            cover_image: string | null;
            /** Created At */
            created_at: string;
            /** Description */
            description: string;
            /** Doors Open Time */
            doors_open_time: string | null;
            /** End Time */
            end_time: string | null;
            /** Has Hall */
            has_hall: boolean;
            /** Hold Seconds */
            hold_seconds: number;
            /** Id */
            id: number;
            /** Lane Weight */
            lane_weight: number;
            /**
             * Lanes
             * @enum {string}
             */
            lanes: "weighted" | "strict";
            /** Limit One Ticket Per User */
            limit_one_ticket_per_user: boolean;
            /** Limit Per User */
            limit_per_user: number | null;
            /** Location */
            location: string;
            /** Order Max */
            order_max: number | null;
            /** Organizer */
            organizer: string;
            /** Organizer Id */
            organizer_id: number;
            queue: components["schemas"]["QueueLengths"];
            /** Quotas */
            quotas: components["schemas"]["EventQuota"][];
            /** Sale Start Time */
            sale_start_time: string;
            /** Seat Map Url */
            seat_map_url: string | null;
            /** Seq */
            seq: number;
            /** Server Time */
            server_time: string;
            /** Start Time */
            start_time: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "on_sale" | "ended" | "cancelled";
            /** Ticket Types */
            ticket_types: components["schemas"]["TicketTypeLeft"][];
            /** Title */
            title: string;
        };
        /**
         * EventQueue
         * @description The queue of an event at `seq`.
         */
        EventQueue: {
            /** Paused */
            paused: boolean;
            /** Regular */
            regular: number;
            /** Seq */
            seq: number;
            /** Vip */
            vip: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * EventQuota
         * @description A number of places that several ticket types share.
         */
        EventQuota: {
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /**
         * EventSeats
         * @description The hall and its seats at `seq`: two bits a seat in the hall's own order, in base64; 0 free, 1 held, 2 sold, 3 not for sale.
         */
        EventSeats: {
            /** All */
            all: string | null;
            /** Hall */
            hall: {
                [key: string]: unknown;
            } | null;
            /** Seq */
            seq: number;
            /** Types By Zone */
            types_by_zone: {
                [key: string]: number[];
            };
        };
        /**
         * FailedRefund
         * @description A refund that the payment provider refused for good: the organiser has to pay it another way.
         */
        FailedRefund: {
            /** Amount Cents */
            amount_cents: number;
            /**
             * Failed At
             * Format: date-time
             */
            failed_at: string;
            /** Order Id */
            order_id: number;
            /** Refund Id */
            refund_id: number;
        };
        /**
         * FailedRefunds
         * @description How many refunds failed, how much money that is, and the newest 20 of them, newest first.
         */
        FailedRefunds: {
            /** Amount Cents */
            amount_cents: number;
            /** Count */
            count: number;
            /** Newest */
            newest: components["schemas"]["FailedRefund"][];
        };
        /**
         * Figure
         * @description One line about a thing: what it is, as it was when the person wrote, and as it is now.
         */
        Figure: {
            /** Name */
            name: string;
            /** Now */
            now: string;
            /** Then */
            then: string;
        };
        /**
         * GateAnswer
         * @description Whether somebody may pass. `at` and `gate` tell when and where the ticket went in before, `opens_at` when it is let in.
         *
         *     `revoked` and `unpaid` are told by nobody yet: a code is made once, of a ticket that is paid, and is not replaced.
         */
        GateAnswer: {
            /** At */
            at?: string | null;
            /**
             * Code
             * @enum {string}
             */
            code: "ok" | "invalid" | "revoked" | "cancelled" | "unpaid" | "wrong_list" | "wrong_time" | "already_in" | "not_inside";
            /** Event Id */
            event_id?: number | null;
            /** Gate */
            gate?: string | null;
            /** Holder */
            holder?: string | null;
            /** New Status */
            new_status: ("valid" | "checked_in" | "cancelled" | "revoked") | null;
            /** Ok */
            ok: boolean;
            /** Opens At */
            opens_at?: string | null;
            /** Previous Status */
            previous_status: ("valid" | "checked_in" | "cancelled" | "revoked") | null;
            seat?: components["schemas"]["SeatPlace"] | null;
            /** Ticket Id */
            ticket_id?: number | null;
            /** Ticket Type */
            ticket_type?: string | null;
        };
        /**
         * GetHistory
         * @description Client: send BID_HISTORY again.
         */
        GetHistory: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "GET_HISTORY";
        };
        /**
         * Grab
         * @description Client: one or more tickets of a type, whichever.
         */
        Grab: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "grab";
            /** Command Id */
            command_id?: string;
            /** Quantity */
            quantity?: number;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * GrabResult
         * @description The answer to one grab, hold, best_available or release, after COMMIT, to its sender alone.
         *
         *     On success the order, with the ids of its seats and what it costs; one of a paid type is `held` until `expires_at`. On failure
         *     the code, a plain sentence, the facts that belong to the code beside these fields, and what else can be had.
         */
        GrabResult: {
            /** Alternatives */
            alternatives?: components["schemas"]["TicketsLeft"][];
            /** Checkout Url */
            checkout_url?: string | null;
            /** Code */
            code?: string;
            /** Command Id */
            command_id: string;
            /** Expires At */
            expires_at?: string | null;
            /** Hash */
            hash?: string;
            /** Order Id */
            order_id?: number;
            /** Order Status */
            order_status?: string;
            /** Reason */
            reason?: string;
            /** Seats */
            seats?: string[];
            /** Seq */
            seq?: number;
            /**
             * Status
             * @enum {string}
             */
            status: "success" | "fail";
            /** Total Cents */
            total_cents?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "grab_result" | "hold_result" | "release_result";
        };
        /**
         * HelpDesk
         * @description The help desk: its agents, and the conversations that wait, the longest waiting first.
         */
        HelpDesk: {
            /** Agents */
            agents: components["schemas"]["AgentState"][];
            /** Capacity */
            capacity: number;
            /** Is Available */
            is_available: boolean;
            /** Queue */
            queue: components["schemas"]["Conversation"][];
            /** Waiting */
            waiting: number;
        };
        /**
         * Hidden
         * @description A message is shown no more. `hidden_by`: who took it away, the one who wrote it or a moderator of the house.
         */
        Hidden: {
            /** Conversation Id */
            conversation_id: number;
            /** Hidden By */
            hidden_by: ("author" | "help_desk") | null;
            /** Id */
            id: number;
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hidden";
        };
        /**
         * HoldForm
         * @description Which tickets to hold: `lines`, `seats`, or both; or the `best_available` seats of the type `ticket_type_id`.
         *
         *     Seats of a zone go to its lines in the order in which seats and lines are named; those that no line names are taken as the first
         *     type that sells their zone. `accessible`: among the best available is a wheelchair place, its companions beside it.
         */
        HoldForm: {
            /**
             * Accessible
             * @default false
             */
            accessible?: boolean;
            /** Best Available */
            best_available?: number | null;
            /**
             * Command Id
             * @description In place of the header Idempotency-Key.
             */
            command_id?: string | null;
            /**
             * Lines
             * @default []
             */
            lines?: components["schemas"]["LineForm"][];
            /**
             * Seats
             * @default []
             */
            seats?: string[];
            /** Ticket Type Id */
            ticket_type_id?: number | null;
        };
        /**
         * HoldUnits
         * @description Client: hold tickets of types, picked seats, or both. `accessible`: a wheelchair place is among the seats that nobody picked.
         */
        HoldUnits: {
            /** Accessible */
            accessible?: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "hold";
            /** Command Id */
            command_id?: string;
            /** Lines */
            lines?: components["schemas"]["LineAsked"][];
            /** Seats */
            seats?: string[];
        };
        /**
         * Inside
         * @description How many are expected in all, and how many are inside now.
         */
        Inside: {
            /** By Type */
            by_type: components["schemas"]["TypeInside"][];
            /** Expected */
            expected: number;
            /** Inside */
            inside: number;
        };
        /**
         * LedgerLetter
         * @description A letter and what became of it. `user_id` is whom it is for; `reply` are the mail server's last words.
         */
        LedgerLetter: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done At */
            done_at: string | null;
            /** Key */
            key: string;
            /** Lot Id */
            lot_id: number | null;
            /**
             * Next At
             * Format: date-time
             */
            next_at: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "waiting" | "sent" | "no_address" | "unwanted" | "dead";
            /** Reply */
            reply: string;
            /** Stream Id */
            stream_id: number;
            /** Title */
            title: string;
            /** Topic */
            topic: string;
            /** User Id */
            user_id: number | null;
            /** Version */
            version: number;
        };
        /**
         * LedgerPage
         * @description A page of the ledger, newest first, and the number of letters on all pages.
         */
        LedgerPage: {
            /** Items */
            items: components["schemas"]["LedgerLetter"][];
            /** Total */
            total: number;
        };
        /**
         * LineAsked
         * @description So many of a type.
         */
        LineAsked: {
            /** Quantity */
            quantity: number;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * LineForm
         * @description So many tickets of one type.
         */
        LineForm: {
            /**
             * Quantity
             * @default 1
             */
            quantity?: number;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * ListedAccount
         * @description A row of the administrator's list.
         */
        ListedAccount: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string | null;
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Is Superuser */
            is_superuser: boolean;
            /** Is Verified */
            is_verified: boolean;
            /** Name */
            name: string;
            /** Roles */
            roles: ("buyer" | "merchant" | "agent" | "scanner" | "admin")[];
            /** Username */
            username: string | null;
        };
        /**
         * ListedAccounts
         * @description A page of the administrator's list, and how many there are in all.
         */
        ListedAccounts: {
            /** Items */
            items: components["schemas"]["ListedAccount"][];
            /** Total */
            total: number;
        };
        /**
         * ListedSeatMap
         * @description A stored hall in a list: how many seats and how many standing places it has.
         */
        ListedSeatMap: {
            /** Created At */
            created_at: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Owner Id */
            owner_id: number;
            /** Seats */
            seats: number;
            /** Seq */
            seq: number;
            /** Standing */
            standing: number;
        };
        /**
         * Lot
         * @description A lot as everyone may see it.
         */
        Lot: {
            /** Auction Name */
            auction_name: string;
            /** Author */
            author: string;
            /** Bid Count */
            bid_count: number;
            /**
             * Cancel Reason
             * @description Why it was cancelled, as its seller or an administrator said it; empty otherwise.
             */
            cancel_reason: string;
            /** Created At */
            created_at: string;
            /** Current Price */
            current_price: number;
            /** Description */
            description: string;
            /** End Time */
            end_time: string;
            /** Hard End Time */
            hard_end_time: string | null;
            /** Id */
            id: number;
            /** Image Url */
            image_url: string;
            /** Images */
            images: components["schemas"]["Picture"][];
            /** Increments */
            increments: string;
            /** Is Active */
            is_active: boolean;
            /** Lot Materials */
            lot_materials: string;
            /** Next Min */
            next_min: number;
            /** Owner Id */
            owner_id: number | null;
            /**
             * Reserve
             * @enum {string}
             */
            reserve: "none" | "not_met" | "met";
            /** Seller Id */
            seller_id: number;
            /** Seq */
            seq: number;
            /** Server Time */
            server_time: string;
            /** Soft Close Seconds */
            soft_close_seconds: number;
            /** Start Price */
            start_price: number;
            /** Start Time */
            start_time: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "open" | "sold" | "unsold" | "cancelled";
            /** Title */
            title: string;
        };
        /**
         * LotForm
         * @description The body of `POST /lots`. No start means now, no end a day after the start.
         */
        LotForm: {
            /**
             * Auction Name
             * @default
             */
            auction_name?: string;
            /**
             * Author
             * @default
             */
            author?: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /** End Time */
            end_time?: string | null;
            /** Hard End Time */
            hard_end_time?: string | null;
            /**
             * Image Url
             * @default
             */
            image_url?: string;
            /**
             * Increments
             * @default ebay-us
             */
            increments?: string;
            /**
             * Lot Materials
             * @default
             */
            lot_materials?: string;
            /**
             * Soft Close Seconds
             * @default 120
             */
            soft_close_seconds?: number;
            /** Start Price */
            start_price: number;
            /** Start Time */
            start_time?: string | null;
            /** Title */
            title: string;
        };
        /**
         * LotPage
         * @description A page of the catalogue.
         */
        LotPage: {
            /** Items */
            items: components["schemas"]["Lot"][];
            /** Total */
            total: number;
        };
        /**
         * LotPatch
         * @description The body of `PATCH /lots/{id}`: only what changes.
         */
        LotPatch: {
            /**
             * Auction Name
             * @default
             */
            auction_name?: string;
            /**
             * Author
             * @default
             */
            author?: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /** End Time */
            end_time?: string | null;
            /** Hard End Time */
            hard_end_time?: string | null;
            /**
             * Image Url
             * @default
             */
            image_url?: string;
            /**
             * Increments
             * @default ebay-us
             */
            increments?: string;
            /**
             * Lot Materials
             * @default
             */
            lot_materials?: string;
            /**
             * Soft Close Seconds
             * @default 120
             */
            soft_close_seconds?: number;
            /** Start Price */
            start_price?: number;
            /** Start Time */
            start_time?: string | null;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * LotStatus
         * @description A state: the lot's figures at `seq`. `resync` says that missed events are not sent one by one.
         */
        LotStatus: {
            /** Bid Count */
            bid_count: number;
            /** Current Price */
            current_price: number;
            /** End Time */
            end_time: string;
            /** Is Active */
            is_active: boolean;
            /** Lot Id */
            lot_id: number;
            /** Next Min */
            next_min: number;
            /** Owner Id */
            owner_id: number | null;
            /**
             * Reserve
             * @enum {string}
             */
            reserve: "none" | "not_met" | "met";
            /** Resync */
            resync?: boolean;
            /** Seq */
            seq: number;
            /** Server Time */
            server_time: string;
            /** Start Time */
            start_time: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "open" | "sold" | "unsold" | "cancelled";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LOT_STATUS";
        };
        /**
         * MailPreferences
         * @description Which of the unessential letters somebody gets.
         */
        MailPreferences: {
            /** Away */
            away: boolean;
            /** Lost */
            lost: boolean;
            /** Outbid */
            outbid: boolean;
        };
        /**
         * MailPreferencesChange
         * @description What is not named stays.
         */
        MailPreferencesChange: {
            /** Away */
            away?: boolean | null;
            /** Lost */
            lost?: boolean | null;
            /** Outbid */
            outbid?: boolean | null;
        };
        /**
         * MarkRead
         * @description Client: read up to `seq` (all, without one); `delivered` alone says that it reached the device.
         */
        MarkRead: {
            /** Conversation Id */
            conversation_id: number;
            /** Delivered */
            delivered?: number;
            /** Seq */
            seq?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "read";
        };
        /**
         * MessagePage
         * @description A page of messages and how many there are in all.
         */
        MessagePage: {
            /** Count */
            count: number;
            /** Results */
            results: components["schemas"]["ChatMessage"][];
        };
        /**
         * MuteForm
         * @description Whether, or no more.
         */
        MuteForm: {
            /**
             * Is On
             * @default true
             */
            is_on?: boolean;
        };
        /**
         * MyBid
         * @description A lot that one has bid on. `my_amount` is one's highest bid there, `my_bid_count` how many bids are one's own.
         */
        MyBid: {
            /**
             * Last Bid At
             * Format: date-time
             */
            last_bid_at: string;
            lot: components["schemas"]["Lot"];
            /** My Amount */
            my_amount: number;
            /** My Bid Count */
            my_bid_count: number;
            /**
             * State
             * @enum {string}
             */
            state: "leading" | "outbid" | "won" | "lost" | "cancelled";
        };
        /**
         * MyBids
         * @description A page of one's bids, the newest bid first, and how many lots there are in all.
         */
        MyBids: {
            /** Items */
            items: components["schemas"]["MyBid"][];
            /** Total */
            total: number;
        };
        /**
         * NewBid
         * @description An event: a bid stands. `skipped` counts the public events left out since the last frame (conflation).
         */
        NewBid: {
            bid: components["schemas"]["Bid"];
            /** Bid Count */
            bid_count: number;
            /** End Time */
            end_time: string;
            /** Next Min */
            next_min: number;
            /** Seq */
            seq: number;
            /** Server Time */
            server_time: string;
            /** Skipped */
            skipped?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NEW_BID";
        };
        /**
         * NewConversation
         * @description The body of `POST /conversations`: two people, or `to` the seller of a lot or event, or the help desk.
         */
        NewConversation: {
            context?: components["schemas"]["ContextForm"] | null;
            /** Participant1 Id */
            participant1_id?: string | null;
            /** Participant2 Id */
            participant2_id?: string | null;
            /** To */
            to?: ("seller" | "help") | null;
        };
        /**
         * NewMessage
         * @description The body of `POST /messages`. Of an image or file `content` is the address that its upload got.
         */
        NewMessage: {
            /** Client Id */
            client_id?: string | null;
            /** Content */
            content: string;
            /** Conversation Id */
            conversation_id: number;
            /**
             * Message Type
             * @default text
             * @enum {string}
             */
            message_type?: "text" | "image" | "file";
        };
        /**
         * NewPassword
         * @description The token of a letter, and the new password under either name.
         */
        NewPassword: {
            /** New Password */
            new_password?: string | null;
            /** Password */
            password?: string | null;
            /** Token */
            token: string;
        } | unknown | unknown;
        /**
         * NewUser
         * @description The body of `POST /users`: an account without a password that anybody knows.
         */
        NewUser: {
            /**
             * Avatar
             * @default
             */
            avatar?: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /** Id */
            id: string;
            /**
             * Role
             * @default buyer
             * @enum {string}
             */
            role?: "buyer" | "merchant" | "agent" | "scanner" | "admin";
            /** Username */
            username?: string | null;
        };
        /**
         * OfficeAnswer
         * @description A sale at a glance. `audit_ok`: the figures add up and agree with the orders, counted anew for this answer.
         */
        OfficeAnswer: {
            /** Audit Ok */
            audit_ok: boolean;
            failed_refunds: components["schemas"]["FailedRefunds"];
            /** Orders */
            orders: number;
            queue: components["schemas"]["QueueLengths"];
            /** Rate Per Minute */
            rate_per_minute: number;
            refunds_by_hand: components["schemas"]["RefundsByHand"];
            /** Seq */
            seq: number;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "on_sale" | "ended" | "cancelled";
            /** Takings Cents */
            takings_cents: number;
            /** Types */
            types: components["schemas"]["OfficeType"][];
        };
        /**
         * OfficeType
         * @description A ticket type at a glance. `free` is what a newcomer can have; it is less than the rest of `size` where a zone, a shared
         *     quota or people in the queue keep tickets from him.
         */
        OfficeType: {
            /** Checked In */
            checked_in: number;
            /** Free */
            free: number;
            /** Held */
            held: number;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Pending */
            pending: number;
            /** Size */
            size: number;
            /** Sold */
            sold: number;
        };
        /**
         * OnlineUsers
         * @description A state, first on connect: who of one's people is there, and the roles by which the socket acts, for a page that was told others.
         */
        OnlineUsers: {
            /** Roles */
            roles: string[];
            /** Timestamp */
            timestamp: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "online_users";
            /** Users */
            users: string[];
        };
        /**
         * Order
         * @description An order: `held` and `pending` until `expires_at`, then paid, or over.
         *
         *     `ticket_type`, `ticket_type_id`, `ticket_price_cents` are of its first line and `qr_token` is of its first ticket. `user` is the
         *     buyer's name; null for an erased person. `attempts` says what became of each attempt to pay, in order. `seq` is the place of the
         *     order's newest fact in the event's history.
         */
        Order: {
            /** Attempts */
            attempts: ("open" | "refused" | "succeeded")[];
            /** Checkout Url */
            checkout_url: string | null;
            /** Created At */
            created_at: string;
            /** Discount Cents */
            discount_cents: number;
            /** Event */
            event: string;
            /** Event Id */
            event_id: number;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: number;
            /** Lines */
            lines: components["schemas"]["OrderLine"][];
            /** Paid At */
            paid_at: string | null;
            /** Promo Code */
            promo_code: string | null;
            /** Qr Token */
            qr_token: string | null;
            /** Refunded Cents */
            refunded_cents: number;
            /** Refunds */
            refunds: components["schemas"]["RefundAnswer"][];
            /** Seats */
            seats: components["schemas"]["SeatPlace"][];
            /** Seq */
            seq: number;
            /**
             * Status
             * @enum {string}
             */
            status: "held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded";
            /** Ticket Price Cents */
            ticket_price_cents: number;
            /** Ticket Type */
            ticket_type: string;
            /** Ticket Type Id */
            ticket_type_id: number;
            /** Tickets */
            tickets: components["schemas"]["OrderTicket"][];
            /** Total Cents */
            total_cents: number;
            /** User */
            user: string | null;
            /** User Id */
            user_id: number;
        };
        /**
         * OrderLine
         * @description So many tickets of one type, at the price of the moment they were claimed; `seat_ids` are those of the order's seats it is for.
         */
        OrderLine: {
            /** Price Cents */
            price_cents: number;
            /** Quantity */
            quantity: number;
            /** Seat Ids */
            seat_ids: string[];
            /** Ticket Type */
            ticket_type: string;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * OrderTicket
         * @description A ticket of an order. `qr_token` is what a gate scans; null for a cancelled one, and in lists that show no codes.
         */
        OrderTicket: {
            /** Id */
            id: number;
            /** Inside */
            inside: boolean;
            /** Qr Token */
            qr_token: string | null;
            seat: components["schemas"]["SeatPlace"] | null;
            /** Status */
            status: string;
            /** Ticket Type */
            ticket_type: string;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * Orders
         * @description The newest orders, without the codes of their tickets, and how many there are in all.
         */
        Orders: {
            /** Items */
            items: components["schemas"]["Order"][];
            /** Total */
            total: number;
        };
        /**
         * OwnAccount
         * @description A person as he sees himself. `external_id` is what other systems call him; in the chat he is named by it, else by his number.
         */
        OwnAccount: {
            /** Email */
            email: string | null;
            /** External Id */
            external_id: string | null;
            /** Favorite Lots */
            favorite_lots: number[];
            /** Id */
            id: number;
            /** Is Active */
            is_active: boolean;
            /** Is Superuser */
            is_superuser: boolean;
            /** Is Verified */
            is_verified: boolean;
            /** Name */
            name: string;
            /** Roles */
            roles: ("buyer" | "merchant" | "agent" | "scanner" | "admin")[];
            /** Username */
            username: string | null;
        };
        /**
         * OwnRequest
         * @description A request of one's own.
         */
        OwnRequest: {
            /** Position */
            position: number | null;
            /** Quantity */
            quantity: number;
            /** Request Id */
            request_id: number;
            result?: components["schemas"]["RequestResult"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "processing" | "done" | "unknown";
            /** Ticket Type */
            ticket_type: string;
        };
        /**
         * OwnTicket
         * @description A ticket in one's own list, with the event it is for.
         */
        OwnTicket: {
            /** Doors Open At */
            doors_open_at: string | null;
            /** End Time */
            end_time: string | null;
            /** Event */
            event: string;
            /** Event Id */
            event_id: number;
            /** Id */
            id: number;
            /** Inside */
            inside: boolean;
            /** Location */
            location: string;
            /** Order Id */
            order_id: number;
            /** Qr Token */
            qr_token: string | null;
            seat: components["schemas"]["SeatPlace"] | null;
            /**
             * Start Time
             * Format: date-time
             */
            start_time: string;
            /** Status */
            status: string;
            /** Ticket Type */
            ticket_type: string;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * PaymentChoice
         * @description What becomes of the payment: `delay` succeeds some seconds later, `twice` is told two times, and what `keep` paid is
         *     never sent back: refunds of it are refused for good.
         */
        PaymentChoice: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "succeed" | "refuse" | "delay" | "twice" | "keep";
        };
        /**
         * PaymentPage
         * @description A payment at the practice till: `open` until the payer decides, `processing` while the answer takes its time.
         */
        PaymentPage: {
            /** Amount Cents */
            amount_cents: number;
            /** Attempt */
            attempt: number;
            /** Currency */
            currency: string;
            /** Event */
            event: string;
            /** Order Id */
            order_id: number;
            /** Return Url */
            return_url: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "processing" | "succeeded" | "refused";
        };
        /**
         * PersonsThings
         * @description A person of a conversation, and what is his.
         */
        PersonsThings: {
            bids: components["schemas"]["MyBids"];
            lots: components["schemas"]["LotPage"];
            orders: components["schemas"]["Orders"];
            person: components["schemas"]["ChatUser"];
        };
        /**
         * Picture
         * @description A picture of a lot: its number there, and its three files; width and height are the largest's, in pixels.
         */
        Picture: {
            /** Height */
            height: number;
            /** N */
            n: number;
            /** Small Url */
            small_url: string;
            /** Thumb Url */
            thumb_url: string;
            /** Url */
            url: string;
            /** Width */
            width: number;
        };
        /**
         * Place
         * @description A conversation's place in the queue, from 1; none when it does not wait. `agents_online` tells how hopeful that is.
         */
        Place: {
            /** Agents Online */
            agents_online: number;
            /** Position */
            position: number | null;
        };
        /**
         * PlaceBidFrame
         * @description Client: bid. `command_id` is made at the press and kept for every retry.
         */
        PlaceBidFrame: {
            /** Amount */
            amount: number;
            /** Command Id */
            command_id?: string;
            /** Max Amount */
            max_amount?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NEW_BID";
            /** User Id */
            user_id?: number;
        };
        /**
         * Problem
         * @description Why not (RFC 9457): a code, a plain sentence, and the facts that belong to the code.
         */
        Problem: {
            code: string;
            detail: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * ProfileChange
         * @description What is not named stays. A new password or mail address needs the current password.
         */
        ProfileChange: {
            /** Current Password */
            current_password?: string | null;
            /** Email */
            email?: string | null;
            /** Name */
            name?: string | null;
            /** Password */
            password?: string | null;
            /** Username */
            username?: string | null;
        };
        /**
         * QueueForm
         * @description What an organiser does with the queue; `count` is for `serve`.
         */
        QueueForm: {
            /**
             * Action
             * @enum {string}
             */
            action: "pause" | "resume" | "serve";
            /**
             * Count
             * @default 1
             */
            count?: number;
        };
        /**
         * QueueLengths
         * @description Whether requests wait until they are served by hand, and how many do, in all and in each lane.
         */
        QueueLengths: {
            /** Paused */
            paused: boolean;
            /** Regular */
            regular: number;
            /** Vip */
            vip: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * QueuePlace
         * @description Where a request stands. `position` 1 is next, over both lanes, 0 had its turn; nothing is known of others' requests.
         */
        QueuePlace: {
            /** Position */
            position: number | null;
            result?: components["schemas"]["RequestResult"] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "processing" | "done" | "unknown";
        };
        /**
         * QueueSeen
         * @description The queue as one person sees it: his own requests, those that wait first, then the newest.
         */
        QueueSeen: {
            /** Mine */
            mine: components["schemas"]["OwnRequest"][];
            /** Paused */
            paused: boolean;
            /** Regular */
            regular: number;
            /** Seq */
            seq: number;
            /** Vip */
            vip: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * QuickReplyForm
         * @description A text to keep. Variables such as {name}, {lot} and {order} are filled in where it is used. `upload` is the name of one's upload.
         */
        QuickReplyForm: {
            /**
             * Code
             * @description What one types after a slash.
             * @default
             */
            code?: string;
            /** Content */
            content: string;
            /**
             * Is Team
             * @default false
             */
            is_team?: boolean;
            /**
             * Sort Order
             * @default 0
             */
            sort_order?: number;
            /** Upload */
            upload?: string | null;
        };
        /**
         * QuickReplyPatch
         * @description What changes of it.
         */
        QuickReplyPatch: {
            /** Code */
            code?: string | null;
            /** Content */
            content?: string | null;
            /** Sort Order */
            sort_order?: number | null;
        };
        /**
         * Read
         * @description How far somebody has got messages (`delivered`) and read them (`seq`); "help-desk" for whoever answers there.
         */
        Read: {
            /** Conversation Id */
            conversation_id: number;
            /** Delivered */
            delivered: number;
            /** Reader Id */
            reader_id: string;
            /** Seq */
            seq: number;
            /** Timestamp */
            timestamp: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "read";
        };
        /**
         * ReadForm
         * @description How far one has read; everything, without a seq.
         */
        ReadForm: {
            /** Seq */
            seq?: number | null;
        };
        /**
         * ReasonForm
         * @description Why an administrator, or the seller, does this; why a lot was cancelled is shown to everyone on its page.
         */
        ReasonForm: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * RefundAnswer
         * @description Money that goes back, or came back: `issued`, then `succeeded` or `failed`, then perhaps `settled_by_hand` as `note` says;
         *     `paid_twice` where the payment provider paid that one as well.
         */
        RefundAnswer: {
            /** Amount Cents */
            amount_cents: number;
            /** Id */
            id: number;
            /** Note */
            note: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "late" | "duplicate" | "given_back" | "sale_cancelled";
            /**
             * Status
             * @enum {string}
             */
            status: "issued" | "succeeded" | "failed" | "settled_by_hand" | "paid_twice";
        };
        /**
         * RefundByHand
         * @description A refund that failed and was paid another way: how, when and by whom. The name is null for an erased person and for an operator
         *     of the house, whose number is 0. `paid_again_at`: when the payment provider paid it as well; null where it did not.
         */
        RefundByHand: {
            /** Amount Cents */
            amount_cents: number;
            /** Note */
            note: string;
            /** Order Id */
            order_id: number;
            /** Paid Again At */
            paid_again_at: string | null;
            /** Refund Id */
            refund_id: number;
            /**
             * Settled At
             * Format: date-time
             */
            settled_at: string;
            /** Settled By */
            settled_by: number;
            /** Settled By Name */
            settled_by_name: string | null;
        };
        /**
         * RefundTerms
         * @description Until when a ticket is given back in full, and until when for all but a fee; nothing after that.
         */
        RefundTerms: {
            /** Fee */
            fee: number;
            /** Fee Until */
            fee_until: string | null;
            /** Full Until */
            full_until: string | null;
        };
        /**
         * RefundsByHand
         * @description How many failed refunds were paid another way, how much money that is, and the newest 20 of them, newest first.
         *
         *     `paid_twice_count` and `paid_twice_cents` are of those among them that the payment provider paid as well.
         */
        RefundsByHand: {
            /** Amount Cents */
            amount_cents: number;
            /** Count */
            count: number;
            /** Newest */
            newest: components["schemas"]["RefundByHand"][];
            /** Paid Twice Cents */
            paid_twice_cents: number;
            /** Paid Twice Count */
            paid_twice_count: number;
        };
        /**
         * Registration
         * @description At least one of email and username; a user name has letters, digits and . - _
         */
        Registration: {
            /** Email */
            email?: string | null;
            /** Name */
            name?: string | null;
            /** Password */
            password: string;
            /** Username */
            username?: string | null;
        } | unknown | unknown;
        /**
         * ReleaseHold
         * @description Client: give held tickets back.
         */
        ReleaseHold: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "release";
            /** Command Id */
            command_id?: string;
            /** Order Id */
            order_id: number;
        };
        /**
         * Reply
         * @description A text at hand.
         */
        Reply: {
            /** Code */
            code: string;
            /** Content */
            content: string;
            /** Filename */
            filename: string | null;
            /** Id */
            id: number;
            /** Is Team */
            is_team: boolean;
            /** Sort Order */
            sort_order: number;
            /** Upload Kind */
            upload_kind: string | null;
            /** Upload Url */
            upload_url: string | null;
            /** User Id */
            user_id: string | null;
        };
        /**
         * Report
         * @description A message that was complained of, the newest complaint first; `state` is `open` until it is hidden or put aside.
         *
         *     `is_sender_banned`: whoever wrote it is shut out of the house already, or has left it.
         */
        Report: {
            /** Complaints */
            complaints: components["schemas"]["Complaint"][];
            conversation: components["schemas"]["Conversation"];
            /** Is Sender Banned */
            is_sender_banned: boolean;
            message: components["schemas"]["ChatMessage"];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "hidden" | "dismissed";
        };
        /**
         * ReportForm
         * @description What is wrong with a message.
         */
        ReportForm: {
            /**
             * Complaint
             * @default other
             * @enum {string}
             */
            complaint?: "spam" | "insult" | "fraud" | "other";
            /** Message Id */
            message_id: number;
        };
        /**
         * ReportInContext
         * @description A report with what was said around the message, oldest first.
         */
        ReportInContext: {
            /** Around */
            around: components["schemas"]["ChatMessage"][];
            /** Complaints */
            complaints: components["schemas"]["Complaint"][];
            conversation: components["schemas"]["Conversation"];
            /** Is Sender Banned */
            is_sender_banned: boolean;
            message: components["schemas"]["ChatMessage"];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "hidden" | "dismissed";
        };
        /**
         * Reports
         * @description A page of reports, and how many there are in all.
         */
        Reports: {
            /** Items */
            items: components["schemas"]["Report"][];
            /** Total */
            total: number;
        };
        /**
         * RequestForm
         * @description A place in the queue for tickets.
         */
        RequestForm: {
            /**
             * Command Id
             * @description In place of the header Idempotency-Key.
             */
            command_id?: string | null;
            /** Event Id */
            event_id: number;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number;
            /** Ticket Type */
            ticket_type: string | number;
        };
        /**
         * RequestResult
         * @description What a request got: an order, or the code and the sentence that say why not.
         */
        RequestResult: {
            /** Code */
            code: string | null;
            /** Order Id */
            order_id: number | null;
            /** Reason */
            reason: string | null;
        };
        /**
         * RequestTaken
         * @description A request for tickets. `position` 1 is next, over both lanes; 0 had its turn already.
         */
        RequestTaken: {
            /** Position */
            position: number;
            /** Request Id */
            request_id: number;
            /** Ticket Type */
            ticket_type: string;
        };
        /**
         * Resume
         * @description Client: go on where the line was cut; conversation number to the seq of the last message that came over the line.
         */
        Resume: {
            /** Conversations */
            conversations: {
                [key: string]: number;
            };
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "resume";
        };
        /**
         * ReturnForm
         * @description Why an order or a ticket is given back; shown to the buyer and to the organiser.
         */
        ReturnForm: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * RightsChange
         * @description What an administrator changes; what is not named stays. Everyone stays a buyer.
         */
        RightsChange: {
            /** Is Active */
            is_active?: boolean | null;
            /** Roles */
            roles?: ("buyer" | "merchant" | "agent" | "scanner" | "admin")[] | null;
        };
        SaleClientFrame: components["schemas"]["Grab"] | components["schemas"]["HoldUnits"] | components["schemas"]["BestAvailable"] | components["schemas"]["ReleaseHold"];
        SaleServerFrame: components["schemas"]["SeatCounts"] | components["schemas"]["Seats"] | components["schemas"]["GrabResult"] | components["schemas"]["Error"];
        /**
         * Scan
         * @description A scan. `nonce` is made at the scan and kept for every retry; `device_at` is what the scanner's clock said.
         *
         *     `event_id` is the event whose door it is: a ticket of another one is turned away with `wrong_list`, and nothing is written.
         */
        Scan: {
            /** Device At */
            device_at?: string | null;
            /**
             * Direction
             * @default entry
             * @enum {string}
             */
            direction?: "entry" | "exit";
            /** Event Id */
            event_id?: number | null;
            /**
             * Gate
             * @default
             */
            gate?: string;
            /** Nonce */
            nonce?: string | null;
        };
        /**
         * SeatCounts
         * @description A state: what is left of each type, in the event's order; at most ten a second.
         *
         *     `edited` is the seq of the last change of words, prices or times, or of its being called off (0: none): whoever knows the event as
         *     of before reads it again.
         */
        SeatCounts: {
            /** Edited */
            edited: number;
            /** Sale Start Time */
            sale_start_time: string;
            /** Seq */
            seq: number;
            /** Server Time */
            server_time: string;
            /**
             * Status
             * @enum {string}
             */
            status: "scheduled" | "on_sale" | "ended" | "cancelled";
            /** Tickets */
            tickets: components["schemas"]["TicketsLeft"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "seat_counts";
        };
        /**
         * SeatMap
         * @description A stored hall with its seats.
         */
        SeatMap: {
            /** Created At */
            created_at: string;
            /** Hall */
            hall: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Owner Id */
            owner_id: number;
            /** Seats */
            seats: number;
            /** Seq */
            seq: number;
            /** Standing */
            standing: number;
        };
        /**
         * SeatPlace
         * @description Where a seat is.
         */
        SeatPlace: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Row */
            row: string;
            /** Section */
            section: string;
        };
        /**
         * Seats
         * @description A state: what became of the seats of the hall, in its own order. 0 free, 1 held, 2 sold, 3 not for sale.
         *
         *     `all` packs four seats a byte, the first in the lowest two bits, in base64; `changed` holds [index, state] pairs.
         */
        Seats: {
            /** All */
            all?: string;
            /** Changed */
            changed?: [
                number,
                number
            ][];
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "seats";
        };
        /**
         * Seen
         * @description What a conversation hangs on, as its person saw it at `seq`, beside how it is now.
         */
        Seen: {
            /** About */
            about: string;
            /** Figures */
            figures: components["schemas"]["Figure"][];
            /** Id */
            id: number;
            /** Link */
            link: string;
            /** Seq */
            seq: number;
            /** Title */
            title: string;
        };
        /**
         * Selling
         * @description What one tells the winners of one's lots.
         */
        Selling: {
            /** Collection Text */
            collection_text: string;
            /** Payment Text */
            payment_text: string;
        };
        /**
         * SellingChange
         * @description What is not named stays.
         */
        SellingChange: {
            /** Collection Text */
            collection_text?: string | null;
            /** Payment Text */
            payment_text?: string | null;
        };
        /**
         * SendText
         * @description Client: say something. `client_id` is made at the press and kept for every retry.
         */
        SendText: {
            /** Client Id */
            client_id?: string;
            /** Content */
            content: string;
            /** Conversation Id */
            conversation_id: number;
            /**
             * Message Type
             * @enum {string}
             */
            message_type?: "text" | "image" | "file";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message";
        };
        ServerFrame: components["schemas"]["NewBid"] | components["schemas"]["BidAccepted"] | components["schemas"]["BidHistory"] | components["schemas"]["LotStatus"] | components["schemas"]["UsersCount"] | components["schemas"]["AuctionStatus"] | components["schemas"]["AuctionEnded"] | components["schemas"]["Error"];
        /**
         * SessionAnswer
         * @description One device that somebody is signed in on.
         */
        SessionAnswer: {
            /** Address */
            address: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Device */
            device: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Current */
            is_current: boolean;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
        };
        /**
         * SettleForm
         * @description How a failed refund was paid back, such as by bank transfer; its buyer reads it.
         */
        SettleForm: {
            /** Note */
            note: string;
        };
        /**
         * SignedInAnswer
         * @description A sign-in for pages: the tokens are in cookies.
         */
        SignedInAnswer: {
            user: components["schemas"]["OwnAccount"];
        };
        /**
         * SnoozeForm
         * @description Until when, in Unix seconds; without it, until the customer writes.
         */
        SnoozeForm: {
            /** Until */
            until?: number | null;
        };
        /**
         * StatusChange
         * @description A banned person's sessions end at once.
         */
        StatusChange: {
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "banned";
        };
        TalkClientFrame: components["schemas"]["SendText"] | components["schemas"]["MarkRead"] | components["schemas"]["Typing"] | components["schemas"]["Resume"];
        /**
         * TalkMessage
         * @description A message, stored before it is shown; the same to everybody. To its sender it is the answer, by `client_id`.
         *
         *     `sender_id` is the person who wrote; `is_staff` says that he wrote for the help desk. A file's content is its address.
         */
        TalkMessage: {
            /** Client Id */
            client_id: string;
            /** Content */
            content: string;
            /** Conversation Id */
            conversation_id: number;
            /** Filename */
            filename?: string | null;
            /** Id */
            id: number;
            /** Is Staff */
            is_staff: boolean;
            /**
             * Message Type
             * @enum {string}
             */
            message_type: "text" | "image" | "file";
            /** Sender Id */
            sender_id: string;
            /** Seq */
            seq: number;
            /** Timestamp */
            timestamp: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message";
        };
        TalkServerFrame: (components["schemas"]["OnlineUsers"] | components["schemas"]["UserStatus"] | components["schemas"]["TalkMessage"] | components["schemas"]["Hidden"] | components["schemas"]["Unread"] | components["schemas"]["Read"] | components["schemas"]["Typing"] | components["schemas"]["ConversationState"]) | components["schemas"]["Error"];
        /**
         * TicketKey
         * @description A public key that tickets are signed with: Ed25519, 64 hexadecimal digits. A retired one signs no new tickets.
         */
        TicketKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Key */
            key: string;
            /** Retired At */
            retired_at: string | null;
        };
        /**
         * TicketReturned
         * @description What became of a ticket that was given back: its order, whether its place is for sale again, and the money, if any.
         */
        TicketReturned: {
            order: components["schemas"]["Order"];
            refund: components["schemas"]["RefundAnswer"] | null;
            /** Restocked */
            restocked: boolean;
            /** Ticket Id */
            ticket_id: number;
        };
        /**
         * TicketTypeLeft
         * @description A ticket type: `available_qty` can be had now, `total_qty` is how many there are in all.
         */
        TicketTypeLeft: {
            /** Available Qty */
            available_qty: number;
            /** Id */
            id: number;
            /**
             * Lane
             * @enum {string}
             */
            lane: "vip" | "regular";
            /** Price */
            price: number;
            /** Quota */
            quota: string | null;
            refund: components["schemas"]["RefundTerms"] | null;
            /** Seat Type */
            seat_type: string;
            /** Section */
            section: string | null;
            /** Total Qty */
            total_qty: number;
        };
        /**
         * TicketWorth
         * @description What a code is worth now. Of one that the house did not make, nothing is known. `holder` is told at the gate only.
         */
        TicketWorth: {
            /** At */
            at?: string | null;
            /** Event Id */
            event_id?: number | null;
            /** Gate */
            gate?: string | null;
            /** Holder */
            holder?: string | null;
            /**
             * Inside
             * @default false
             */
            inside?: boolean;
            /** Order Id */
            order_id?: number | null;
            seat?: components["schemas"]["SeatPlace"] | null;
            /** Status */
            status?: ("valid" | "checked_in" | "cancelled" | "revoked") | null;
            /** Ticket Id */
            ticket_id?: number | null;
            /** Ticket Type */
            ticket_type?: string | null;
            /** Valid */
            valid: boolean;
        };
        /**
         * TicketsLeft
         * @description How many tickets of a type can be had now.
         */
        TicketsLeft: {
            /** Available Qty */
            available_qty: number;
            /** Seat Type */
            seat_type: string;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * TokenOnly
         * @description The token of a letter.
         */
        TokenOnly: {
            /** Token */
            token: string;
        };
        /**
         * TypeInside
         * @description The valid tickets of a type, and how many of them are inside.
         */
        TypeInside: {
            /** Expected */
            expected: number;
            /** Inside */
            inside: number;
            /** Ticket Type */
            ticket_type: string;
            /** Ticket Type Id */
            ticket_type_id: number;
        };
        /**
         * Typing
         * @description Somebody is writing, or stopped; both directions. Carries no truth.
         */
        Typing: {
            /** Conversation Id */
            conversation_id: number;
            /** Is Typing */
            is_typing: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "typing";
            /** User Id */
            user_id?: string;
        };
        /**
         * Unread
         * @description How many messages of others one has not read in a conversation.
         */
        Unread: {
            /** Conversation Id */
            conversation_id: number;
            /** Count */
            count: number;
            /** Timestamp */
            timestamp: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "unread";
        };
        /**
         * Uploaded
         * @description What was stored; `url` is the content of the message that shows it.
         */
        Uploaded: {
            /** File Type */
            file_type: string;
            /** Filename */
            filename: string;
            /** Height */
            height: number | null;
            /** Url */
            url: string;
            /** Width */
            width: number | null;
        };
        /**
         * UserChange
         * @description What changes; roles are given in `/admin/users`.
         */
        UserChange: {
            /** Avatar */
            avatar?: string | null;
            /** Description */
            description?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * UserStatus
         * @description Somebody came or went.
         */
        UserStatus: {
            /**
             * Status
             * @enum {string}
             */
            status: "online" | "offline";
            /** Timestamp */
            timestamp: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "status";
            /** User Id */
            user_id: string;
        };
        /**
         * UsersCount
         * @description Open sockets of the room over all workers.
         */
        UsersCount: {
            /** Count */
            count: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "USERS_COUNT";
        };
        /**
         * WonLot
         * @description A lot that one has won, and what happens now in the seller's words; empty where he has written none.
         */
        WonLot: {
            /** Collection Text */
            collection_text: string;
            lot: components["schemas"]["Lot"];
            /** Payment Text */
            payment_text: string;
            /** Price */
            price: number;
        };
        /**
         * WonLots
         * @description A page of the lots that one has won, and how many there are in all.
         */
        WonLots: {
            /** Items */
            items: components["schemas"]["WonLot"][];
            /** Total */
            total: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_acts_admin_acts_get: {
        parameters: {
            query?: {
                act?: ("edited" | "started" | "finished" | "cancelled" | "roles_changed" | "banned" | "let_in" | "renamed" | "erased" | "reported" | "hidden" | "resolved" | "reopened" | "snoozed" | "muted" | "unmuted" | "blocked" | "unblocked" | "assigned" | "returned" | "dismissed" | "looked_into" | "refund_settled")[] | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acts"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_all_lots_admin_lots_get: {
        parameters: {
            query?: {
                status?: ("scheduled" | "open" | "sold" | "unsold" | "cancelled")[] | null;
                sort?: "ending" | "newest" | "price" | "-price" | "bids";
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminLots"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_ledger_admin_mail_get: {
        parameters: {
            query?: {
                outcome?: ("waiting" | "sent" | "no_address" | "unwanted" | "dead") | null;
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_all_orders_admin_orders_get: {
        parameters: {
            query?: {
                /** @description Only orders of this event. */
                event_id?: number | null;
                limit?: number;
                offset?: number;
                /** @description Only orders in one of these states. */
                status?: ("held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded")[] | null;
                /** @description The number of an order or buyer, part of a name, or words of the event. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_all_orders_admin_orders_export_get: {
        parameters: {
            query?: {
                /** @description Only orders of this event. */
                event_id?: number | null;
                format?: "csv" | "xlsx";
                /** @description Only orders in one of these states. */
                status?: ("held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded")[] | null;
                /** @description The number of an order or buyer, part of a name, or words of the event. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reports_admin_reports_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description Only those that wait, or only those seen to. */
                state?: ("open" | "settled") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reports"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_report_admin_reports__message_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportInContext"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation; `unknown_message`: Unknown message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismiss_admin_reports__message_id__dismiss_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation; `unknown_message`: Unknown message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users_admin_users_get: {
        parameters: {
            query?: {
                /** @description Part of a mail address or name, or an id */
                q?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedAccounts"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_rights_admin_users__user_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightsChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_rights`: Own rights */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cookie_login_auth_cookie_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    password: string;
                    /** @description A user name or a mail address */
                    username?: string;
                } | unknown | unknown;
                "application/x-www-form-urlencoded": {
                    password: string;
                    /** @description A user name or a mail address */
                    username: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login_bad_credentials`: Wrong name or password */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cookie_login_refresh_auth_cookie_login_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    password: string;
                    /** @description A user name or a mail address */
                    username?: string;
                } | unknown | unknown;
                "application/x-www-form-urlencoded": {
                    password: string;
                    /** @description A user name or a mail address */
                    username: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInAnswer"];
                };
            };
            /** @description `login_bad_credentials`: Wrong name or password */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cookie_logout_auth_cookie_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cookie_refresh_auth_cookie_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgot_password_auth_forgot_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressOnly"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    password: string;
                    /** @description A user name or a mail address */
                    username?: string;
                } | unknown | unknown;
                "application/x-www-form-urlencoded": {
                    password: string;
                    /** @description A user name or a mail address */
                    username: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bearer"];
                };
            };
            /** @description `login_bad_credentials`: Wrong name or password */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_auth_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_exists`: Name taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_too_short`: Password too short; `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_verify_token_auth_request_verify_token_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressOnly"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password_auth_reset_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `reset_password_bad_token`: Bad or used token */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_too_short`: Password too short; `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_auth_verify_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenOnly"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
                };
            };
            /** @description `verify_user_bad_token`: Bad or used token; `verify_user_already_verified`: Confirmed already */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_exists`: Name taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_availability_availability_get: {
        parameters: {
            query: {
                event_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability-Output"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_conversations_conversations_get: {
        parameters: {
            query?: {
                status?: ("open" | "pending" | "snoozed" | "resolved") | null;
                assignee?: string | null;
                q?: string;
                scope?: ("mine" | "help" | "all") | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_conversations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConversation"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_user`: Unknown user; `unknown_order`: Unknown order; `unknown_event`: Unknown event; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `talks_to_himself`: Talking to oneself */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_conversation_conversations__conversation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_conversations__conversation_id__assign_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation; `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `not_waiting`: Not waiting; `assigned_meanwhile`: Assigned meanwhile; `own_question`: Own question */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    block_conversations__conversation_id__block_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MuteForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_context_conversations__conversation_id__context_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seen"] | null;
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_detail_conversations__conversation_id__detail_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_messages_conversations__conversation_id__messages_get: {
        parameters: {
            query?: {
                order?: "asc" | "desc";
                page?: number;
                page_size?: number;
                after?: number | null;
            };
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_all_messages_conversations__conversation_id__messages_read_all_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mute_conversations__conversation_id__mute_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MuteForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_person_conversations__conversation_id__person_get: {
        parameters: {
            query?: {
                /** @description Which of the two: `1` began the conversation. */
                participant?: "1" | "2";
                /** @description How many of each kind at most, the newest first. */
                limit?: number;
            };
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonsThings"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation; `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_place_conversations__conversation_id__queue_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_all_conversations__conversation_id__read_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReadForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_conversations__conversation_id__reopen_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_conversations__conversation_id__report_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation; `unknown_message`: Unknown message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolve_conversations__conversation_id__resolve_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snooze_conversations__conversation_id__snooze_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SnoozeForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `conversation_resolved`: Resolved; `times_in_wrong_order`: Times in wrong order */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgot_password_email_forgot_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressOnly"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password_email_reset_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `reset_password_bad_token`: Bad or used token */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_too_short`: Password too short; `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_events_events_get: {
        parameters: {
            query?: {
                q?: string;
                /** @description The concert starts on this day, in UTC. */
                date?: string | null;
                /** @description The concert starts then or later. */
                from?: string | null;
                /** @description The concert starts before that. */
                to?: string | null;
                organizer_id?: number | null;
                status?: ("scheduled" | "on_sale" | "ended" | "cancelled")[];
                sort?: "start" | "-start" | "newest";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"][];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_event_events_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Blocked Seats
                     * @default []
                     */
                    blocked_seats?: string[];
                    /** Cover Image */
                    cover_image?: string | null;
                    /**
                     * Description
                     * @default
                     */
                    description?: string;
                    /** Doors Open Time */
                    doors_open_time?: string | null;
                    /** End Time */
                    end_time?: string | null;
                    /** Hall */
                    hall?: Record<string, never> | null;
                    /**
                     * Hold Seconds
                     * @default 900
                     */
                    hold_seconds?: number;
                    /**
                     * Lane Weight
                     * @default 3
                     */
                    lane_weight?: number;
                    /**
                     * Lanes
                     * @default weighted
                     * @enum {string}
                     */
                    lanes?: "weighted" | "strict";
                    /** Limit One Ticket Per User */
                    limit_one_ticket_per_user?: boolean | null;
                    /** Limit Per User */
                    limit_per_user?: number | null;
                    /**
                     * Location
                     * @default
                     */
                    location?: string;
                    /** Order Max */
                    order_max?: number | null;
                    /**
                     * Organizer
                     * @default
                     */
                    organizer?: string;
                    /**
                     * Quotas
                     * @default []
                     */
                    quotas?: {
                        /** Name */
                        name: string;
                        /** Size */
                        size: number;
                    }[];
                    /**
                     * Sale Start Time
                     * Format: date-time
                     */
                    sale_start_time: string;
                    /** Seat Map Id */
                    seat_map_id?: number | null;
                    /** Seat Map Url */
                    seat_map_url?: string | null;
                    /**
                     * Start Time
                     * Format: date-time
                     */
                    start_time: string;
                    /**
                     * Ticket Types
                     * @default []
                     */
                    ticket_types?: {
                        /** Available Qty */
                        available_qty?: number | null;
                        /** Id */
                        id?: number | null;
                        /** Lane */
                        lane?: ("vip" | "regular") | null;
                        /** Price */
                        price: number;
                        /** Quota */
                        quota?: string | null;
                        refund?: {
                            /**
                             * Fee
                             * @default 0
                             */
                            fee?: number;
                            /** Fee Until */
                            fee_until?: string | null;
                            /** Full Until */
                            full_until?: string | null;
                        } | null;
                        /** Seat Type */
                        seat_type: string;
                        /** Section */
                        section?: string | null;
                        /** Total Qty */
                        total_qty?: number | null;
                    }[];
                    /** Title */
                    title: string;
                };
                "multipart/form-data": {
                    /** @description `blocked_seats` as JSON text. */
                    blocked_seats?: string;
                    /** Cover Image */
                    cover_image?: string | null;
                    /**
                     * Description
                     * @default
                     */
                    description?: string;
                    /** Doors Open Time */
                    doors_open_time?: string | null;
                    /** End Time */
                    end_time?: string | null;
                    /** @description `hall` as JSON text. */
                    hall?: string;
                    /**
                     * Hold Seconds
                     * @default 900
                     */
                    hold_seconds?: number;
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or GIF, at most 10 MB.
                     */
                    image?: string;
                    /**
                     * Lane Weight
                     * @default 3
                     */
                    lane_weight?: number;
                    /**
                     * Lanes
                     * @default weighted
                     * @enum {string}
                     */
                    lanes?: "weighted" | "strict";
                    /** Limit One Ticket Per User */
                    limit_one_ticket_per_user?: boolean | null;
                    /** Limit Per User */
                    limit_per_user?: number | null;
                    /**
                     * Location
                     * @default
                     */
                    location?: string;
                    /** Order Max */
                    order_max?: number | null;
                    /**
                     * Organizer
                     * @default
                     */
                    organizer?: string;
                    /** @description `quotas` as JSON text. */
                    quotas?: string;
                    /**
                     * Sale Start Time
                     * Format: date-time
                     */
                    sale_start_time: string;
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or GIF, at most 10 MB.
                     */
                    seat_map?: string;
                    /** Seat Map Id */
                    seat_map_id?: number | null;
                    /** Seat Map Url */
                    seat_map_url?: string | null;
                    /**
                     * Start Time
                     * Format: date-time
                     */
                    start_time: string;
                    /** @description `ticket_types` as JSON text. */
                    ticket_types?: string;
                    /** Title */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_seat_map`: Unknown seat map; `unknown_ticket_type`: Unknown ticket type; `unknown_seat`: Unknown seat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `no_payments`: No payments; `times_in_wrong_order`: Times in wrong order */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large; `too_many_pixels`: Too many pixels */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed; `amount_invalid`: Amount invalid; `amount_too_precise`: Amount too precise; `amount_too_large`: Amount too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_event_events__event_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_event_events__event_id__put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Blocked Seats
                     * @default []
                     */
                    blocked_seats?: string[];
                    /** Cover Image */
                    cover_image?: string | null;
                    /**
                     * Description
                     * @default
                     */
                    description?: string;
                    /** Doors Open Time */
                    doors_open_time?: string | null;
                    /** End Time */
                    end_time?: string | null;
                    /** Hall */
                    hall?: Record<string, never> | null;
                    /**
                     * Hold Seconds
                     * @default 900
                     */
                    hold_seconds?: number;
                    /**
                     * Lane Weight
                     * @default 3
                     */
                    lane_weight?: number;
                    /**
                     * Lanes
                     * @default weighted
                     * @enum {string}
                     */
                    lanes?: "weighted" | "strict";
                    /** Limit One Ticket Per User */
                    limit_one_ticket_per_user?: boolean | null;
                    /** Limit Per User */
                    limit_per_user?: number | null;
                    /**
                     * Location
                     * @default
                     */
                    location?: string;
                    /** Order Max */
                    order_max?: number | null;
                    /**
                     * Organizer
                     * @default
                     */
                    organizer?: string;
                    /**
                     * Quotas
                     * @default []
                     */
                    quotas?: {
                        /** Name */
                        name: string;
                        /** Size */
                        size: number;
                    }[];
                    /**
                     * Sale Start Time
                     * Format: date-time
                     */
                    sale_start_time: string;
                    /** Seat Map Id */
                    seat_map_id?: number | null;
                    /** Seat Map Url */
                    seat_map_url?: string | null;
                    /**
                     * Start Time
                     * Format: date-time
                     */
                    start_time: string;
                    /**
                     * Ticket Types
                     * @default []
                     */
                    ticket_types?: {
                        /** Available Qty */
                        available_qty?: number | null;
                        /** Id */
                        id?: number | null;
                        /** Lane */
                        lane?: ("vip" | "regular") | null;
                        /** Price */
                        price: number;
                        /** Quota */
                        quota?: string | null;
                        refund?: {
                            /**
                             * Fee
                             * @default 0
                             */
                            fee?: number;
                            /** Fee Until */
                            fee_until?: string | null;
                            /** Full Until */
                            full_until?: string | null;
                        } | null;
                        /** Seat Type */
                        seat_type: string;
                        /** Section */
                        section?: string | null;
                        /** Total Qty */
                        total_qty?: number | null;
                    }[];
                    /** Title */
                    title: string;
                };
                "multipart/form-data": {
                    /** @description `blocked_seats` as JSON text. */
                    blocked_seats?: string;
                    /** Cover Image */
                    cover_image?: string | null;
                    /**
                     * Description
                     * @default
                     */
                    description?: string;
                    /** Doors Open Time */
                    doors_open_time?: string | null;
                    /** End Time */
                    end_time?: string | null;
                    /** @description `hall` as JSON text. */
                    hall?: string;
                    /**
                     * Hold Seconds
                     * @default 900
                     */
                    hold_seconds?: number;
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or GIF, at most 10 MB.
                     */
                    image?: string;
                    /**
                     * Lane Weight
                     * @default 3
                     */
                    lane_weight?: number;
                    /**
                     * Lanes
                     * @default weighted
                     * @enum {string}
                     */
                    lanes?: "weighted" | "strict";
                    /** Limit One Ticket Per User */
                    limit_one_ticket_per_user?: boolean | null;
                    /** Limit Per User */
                    limit_per_user?: number | null;
                    /**
                     * Location
                     * @default
                     */
                    location?: string;
                    /** Order Max */
                    order_max?: number | null;
                    /**
                     * Organizer
                     * @default
                     */
                    organizer?: string;
                    /** @description `quotas` as JSON text. */
                    quotas?: string;
                    /**
                     * Sale Start Time
                     * Format: date-time
                     */
                    sale_start_time: string;
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or GIF, at most 10 MB.
                     */
                    seat_map?: string;
                    /** Seat Map Id */
                    seat_map_id?: number | null;
                    /** Seat Map Url */
                    seat_map_url?: string | null;
                    /**
                     * Start Time
                     * Format: date-time
                     */
                    start_time: string;
                    /** @description `ticket_types` as JSON text. */
                    ticket_types?: string;
                    /** Title */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_verified`: Not verified; `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_seat_map`: Unknown seat map; `unknown_ticket_type`: Unknown ticket type; `unknown_seat`: Unknown seat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `no_payments`: No payments; `sale_cancelled`: Event cancelled; `times_in_wrong_order`: Times in wrong order; `sale_ended`: Sale ended; `under_sold`: Somebody has these; `seats_not_free`: Somebody has these seats */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large; `too_many_pixels`: Too many pixels */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed; `amount_invalid`: Amount invalid; `amount_too_precise`: Amount too precise; `amount_too_large`: Amount too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_event_events__event_id__delete: {
        parameters: {
            query?: {
                /** @description Shown to everyone who has tickets. */
                reason?: string;
            };
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `sale_cancelled`: Event cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    block_seats_events__event_id__blocked_seats_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_seat`: Unknown seat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_cancelled`: Event cancelled; `sale_ended`: Sale ended; `seats_not_free`: Somebody has these seats; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_inside_events__event_id__checkins_summary_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inside"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold_tickets_events__event_id__holds_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order; `unknown_ticket_type`: Unknown ticket type; `unknown_seat`: Unknown seat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_on_sale`: Not on sale yet; `sale_ended`: Sale ended; `sale_cancelled`: Event cancelled; `too_many_at_once`: Too many at once; `sale_is_full`: Sale full; `limit_reached`: Limit reached; `sold_out`: Sold out; `reserved_may_come_back`: Held by others; `seats_taken`: Seats taken; `seat_needs_its_type`: Seats and tickets differ; `orphan_seat`: Single seat left over; `no_wheelchair_place`: No wheelchair place; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_office_events__event_id__office_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeAnswer"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_orders_of_event_events__event_id__orders_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description Only orders in one of these states. */
                status?: ("held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded")[] | null;
                /** @description The number of an order or buyer, part of a name, or words of the event. */
                q?: string;
            };
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_orders_of_event_events__event_id__orders_export_get: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                /** @description Only orders in one of these states. */
                status?: ("held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded")[] | null;
                /** @description The number of an order or buyer, part of a name, or words of the event. */
                q?: string;
            };
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_queue_events__event_id__queue_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueSeen"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    direct_queue_events__event_id__queue_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventQueue"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_seats_events__event_id__seats_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventSeats"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grab_tickets_events__event_id__tickets_post: {
        parameters: {
            query: {
                ticket_type_id: number;
                quantity?: number;
            };
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order; `unknown_ticket_type`: Unknown ticket type */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_on_sale`: Not on sale yet; `sale_ended`: Sale ended; `sale_cancelled`: Event cancelled; `too_many_at_once`: Too many at once; `sale_is_full`: Sale full; `limit_reached`: Limit reached; `sold_out`: Sold out; `reserved_may_come_back`: Held by others; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_favorites_favorites_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_favorite_favorites_add__lot_id__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number[];
                    };
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_favorite_favorites_remove__lot_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number[];
                    };
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
        };
    };
    read_help_desk_help_desk_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpDesk"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    say_availability_help_desk_me_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Availability-Input"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpDesk"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_hold_holds__order_id__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_expired`: Hold expired; `wrong_order_status`: Order has moved on; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_out_holds__order_id__checkout_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_expired`: Hold expired; `wrong_order_status`: Order has moved on; `sale_cancelled`: Event cancelled; `too_many_at_once`: Too many at once; `command_conflict`: Command id taken; `no_payments`: No payments */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable; `payment_away`: Payment away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_lots_lots_get: {
        parameters: {
            query?: {
                status?: ("scheduled" | "open" | "sold" | "unsold" | "cancelled")[] | null;
                sort?: "ending" | "newest" | "price" | "-price" | "bids";
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotPage"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_lot_lots_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LotForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `times_in_wrong_order`: Times in wrong order */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed; `amount_invalid`: Amount invalid; `amount_too_precise`: Amount too precise; `amount_too_large`: Amount too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_lots_lots_search_get: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotPage"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_lot_lots__lot_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_lot_lots__lot_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LotPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `not_open`: Not open; `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled; `already_open`: Already open; `has_bids`: Has bids; `times_in_wrong_order`: Times in wrong order */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed; `amount_invalid`: Amount invalid; `amount_too_precise`: Amount too precise; `amount_too_large`: Amount too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bid_history_lots__lot_id__bids_get: {
        parameters: {
            query?: {
                limit?: number;
                before?: number;
            };
            header?: never;
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidHistory"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    place_bid_lots__lot_id__bids_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BidForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidAccepted"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `not_open`: Not open; `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled; `seller_may_not_bid`: Seller may not bid; `already_leading`: Already leading; `bid_too_low`: Bid too low; `not_supported`: Not supported */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed; `amount_invalid`: Amount invalid; `amount_too_precise`: Amount too precise; `amount_too_large`: Amount too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prove_bid_lots__lot_id__bids__seq__proof_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: number;
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidProof"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_bid`: Unknown bid */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_lot_lots__lot_id__cancel_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `not_open`: Not open; `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled; `has_bids`: Has bids */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finish_lot_lots__lot_id__finish_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `not_open`: Not open; `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_picture_lots__lot_id__images_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or GIF, at most 10 MB.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled; `limit_reached`: Limit reached */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large; `too_many_pixels`: Too many pixels */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_picture_lots__lot_id__images__n__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lot_id: number;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_picture`: Unknown picture */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_lot_lots__lot_id__start_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                lot_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `not_open`: Not open; `lot_ended`: Lot ended; `lot_cancelled`: Lot cancelled; `already_open`: Already open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_media_private__name__get: {
        parameters: {
            query?: {
                size?: ("400" | "800") | null;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_upload`: Unknown upload */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_file_media__file_name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description `unknown_picture`: Unknown picture */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_message_messages_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation; `unknown_upload`: Unknown upload */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `blocked`: Blocked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed; `message_too_long`: Message too long */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hide_message_messages__message_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation; `unknown_message`: Unknown message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_message_messages__message_id__read_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_conversation`: Unknown conversation; `unknown_message`: Unknown message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `not_signed_in`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_orders_orders_get: {
        parameters: {
            query?: {
                /** @description Only orders in one of these states. */
                status?: ("held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded")[] | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_orders_orders_me_get: {
        parameters: {
            query?: {
                /** @description Only orders in one of these states. */
                status?: ("held" | "pending" | "paid" | "cancelled" | "expired" | "released" | "refunded" | "partly_refunded" | "late_refunded")[] | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_order_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_order_orders__order_id__cancel_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReturnForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_cancelled`: Event cancelled; `already_cancelled`: Cancelled already; `already_in`: Used already; `refund_over`: Too late to give back; `wrong_order_status`: Order has moved on; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resend_tickets_orders__order_id__resend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_order_status`: Order has moved on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hear_callback_payments_callback_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description `t=` seconds, `v1=` HMAC-SHA256. */
                "Payment-Signature"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackHeard"];
                };
            };
            /** @description `bad_signature`: Bad signature; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_payment_payments_test__token__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            /** @description `unknown_payment`: Unknown payment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_payment_payments_test__token__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_payment`: Unknown payment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_decided`: Payment decided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queue_position_queue_position_get: {
        parameters: {
            query: {
                /** @description The number that `POST /ticket-requests` answered. */
                request_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePlace"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_reply_quick_replies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuickReplyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reply"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_upload`: Unknown upload */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `too_many_replies`: Too many quick replies */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_replies_quick_replies_user__user_id__get: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reply"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_reply_quick_replies__reply_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reply_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuickReplyPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reply"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_reply`: Unknown quick reply */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_reply_quick_replies__reply_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reply_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_reply`: Unknown quick reply */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready_ready_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle_refund_refunds__refund_id__settle_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                refund_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_refund`: Unknown refund; `unknown_order`: Unknown order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_settled`: Settled already; `refund_not_failed`: Refund has not failed; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_seat_maps_seat_maps_get: {
        parameters: {
            query?: {
                q?: string;
                mine?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedSeatMap"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draw_seat_map_seat_maps_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatMap"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_seat_map`: Unknown seat map */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    generate_hall_seat_maps_generate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_seat_map_seat_maps__seat_map_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seat_map_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatMap"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_seat_map`: Unknown seat map */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redraw_seat_map_seat_maps__seat_map_id__put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                seat_map_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatMap"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_seat_map`: Unknown seat map */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_seat_map_seat_maps__seat_map_id__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                seat_map_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_seat_map`: Unknown seat map */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_hall_seat_maps__seat_map_id__export_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seat_map_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_seat_map`: Unknown seat map */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_tickets_ticket_requests_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestTaken"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_verified`: Not verified; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order; `unknown_ticket_type`: Unknown ticket type */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_on_sale`: Not on sale yet; `sale_ended`: Sale ended; `sale_cancelled`: Event cancelled; `too_many_at_once`: Too many at once; `sale_is_full`: Sale full; `limit_reached`: Limit reached; `sold_out`: Sold out; `reserved_may_come_back`: Held by others; `queue_full`: Queue full; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leave_queue_ticket_requests__request_id__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePlace"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_request`: Unknown request */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_in_queue`: Not in the queue; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_in_tickets_checkin__qr_token__post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                qr_token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Scan"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateAnswer"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ticket_keys_tickets_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketKey"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    own_tickets_tickets_mine_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnTicket"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_ticket_tickets_verify__qr_token__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                qr_token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketWorth"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_ticket_tickets__ticket_id__cancel_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReturnForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketReturned"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_yours`: Not yours; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_event`: Unknown event; `unknown_order`: Unknown order; `unknown_ticket`: Unknown ticket */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_cancelled`: Event cancelled; `already_cancelled`: Cancelled already; `already_in`: Used already; `refund_over`: Too late to give back; `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy; `unavailable`: Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draw_code_tickets__ticket_id__qr_svg_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": unknown;
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden; `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_ticket`: Unknown ticket */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_cancelled`: Cancelled already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_to_unsubscribe_unsubscribe__token__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A link that this house did not make */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe_unsubscribe__token__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A link that this house did not make */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_file_upload_file_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uploaded"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_image_upload_image_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description The command's id, a UUID: made at the press, kept for every retry. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uploaded"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large; `too_many_pixels`: Too many pixels */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users_users_get: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatUser"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_user_users_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatUser"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `user_exists`: Name taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ensure_users_users_ensure_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnsuredUsers"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatUser"][];
                };
            };
            /** @description `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_exists`: Name taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_me_users_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erase_me_users_me_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_me_users_me_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_password`: Wrong password; `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_exists`: Name taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_too_short`: Password too short; `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_bids_users_me_bids_get: {
        parameters: {
            query?: {
                state?: ("leading" | "outbid" | "won" | "lost" | "cancelled") | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyBids"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_lots_users_me_lots_get: {
        parameters: {
            query?: {
                status?: ("scheduled" | "open" | "sold" | "unsold" | "cancelled")[] | null;
                sort?: "ending" | "newest" | "price" | "-price" | "bids";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotPage"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_mail_preferences_users_me_mail_preferences_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreferences"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_mail_preferences_users_me_mail_preferences_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailPreferencesChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreferences"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_selling_users_me_selling_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selling"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_selling_users_me_selling_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellingChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selling"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_sessions_users_me_sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"][];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_other_sessions_users_me_sessions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session_users_me_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_session`: Unknown session */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_won_lots_users_me_won_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WonLots"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_user_users__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatUser"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user_users__user_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatUser"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erase_user_users__user_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_rights`: Own rights */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_status_users__user_id__status_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatUser"];
                };
            };
            /** @description `not_signed_in`: Not signed in; `session_ended`: Session ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_you`: Not you; `forbidden`: Forbidden; `foreign_origin`: Foreign origin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_lot`: Unknown lot; `unknown_user`: Unknown user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `command_conflict`: Command id taken; `own_rights`: Own rights */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `malformed`: Malformed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
