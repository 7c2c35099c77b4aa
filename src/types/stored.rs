//! What a table holds as the text that it is shown as.
//!
//! Must not know tables. A text that is none of them is a mistake of ours.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Sqlite, Type};

use super::{CriterionId, FormName, Month, Span};

macro_rules! stored_as_shown {
    ($($type:ident: $what:literal;)+) => {$(
        impl Type<Sqlite> for $type {
            fn type_info() -> SqliteTypeInfo {
                <str as Type<Sqlite>>::type_info()
            }

            fn compatible(found: &SqliteTypeInfo) -> bool {
                <str as Type<Sqlite>>::compatible(found)
            }
        }

        impl Encode<'_, Sqlite> for $type {
            fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
                self.to_string().encode(buffer)
            }
        }

        impl<'r> Decode<'r, Sqlite> for $type {
            fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
                let text = <&str as Decode<'r, Sqlite>>::decode(value)?;
                text.parse().map_err(|_| concat!("no ", $what).into())
            }
        }
    )+};
}

stored_as_shown! {
    CriterionId: "criterion";
    FormName: "form";
    Span: "period";
    Month: "month";
}
