"""Tables that belong to no single school, each with the reason why.

They hold no case text. A test keeps this list equal to what the database has.
"""

GLOBAL_TABLES: dict[str, str] = {
    "aylsham_federation": "groups schools; names only",
    "aylsham_school": "the tenant itself",
    "aylsham_user": "one person may work at several schools",
    "aylsham_membership": "is read to find out which school may be set",
    "aylsham_siteweek": "says at which of several schools a person is on which weekday",
    "aylsham_invitation": "is read by a secret address before a school is known",
    "aylsham_job": "is taken before a school is set, and may be about several; ids and counts only",
    "aylsham_outgoingmail": "one e-mail may speak of several schools; ids, codes and counts only",
    "aylsham_storedmessage": "what a demonstration would have sent; its text is made with no school set",
    "aylsham_shareddevice": "a tablet is recognised before anybody is signed in",
    "aylsham_devicepin": "is read to sign a person in",
    "aylsham_reminderpreference": "one person may work at several schools; an hour and a colleague",
    "aylsham_digestpart": "says which reminder a person was sent; ids and dates only",
    "aylsham_calendarfeed": "is read by a secret address before a school is known; carries its school",
    "pupils_contributionlink": "is read by a secret address before a school is known; carries its school",
    "pupils_supplylink": "is read by a secret address before a school is known; carries its school",
    "aylsham_signinevent": "is written before a school is known; no names",
    "account_emailaddress": "sign-in",
    "account_emailconfirmation": "sign-in",
    "mfa_authenticator": "second factors of a person",
    "socialaccount_socialaccount": "single sign-on of a person",
    "socialaccount_socialapp": "single sign-on set-up",
    "socialaccount_socialtoken": "single sign-on of a person",
    "auth_group": "Django's; unused",
    "auth_group_permissions": "Django's; unused",
    "auth_permission": "Django's; names of permissions",
    "guardian_groupobjectpermission": "library's own table; unused",
    "guardian_userobjectpermission": "library's own table; unused",
    "pghistory_context": "library's own table; unused, contexts stand in the event rows",
    "django_content_type": "Django's; names of models",
    "django_session": "sign-in; a session holds keys, never case text",
    "django_migrations": "Django's",
}
