"""What the system information of the principal snapshots means, written by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from services86.principal import (
    DSAParameters,
    LicenseInfo,
    LicenseType,
    ModuleLicense,
    NetServerBuildType,
    SignedPublicKey,
    SoSystemInfoCarrier,
    UserType,
)

INSTANT = datetime(2023, 2, 15, 13, 14, 11, tzinfo=UTC)

SYSTEM_INFO = SoSystemInfoCarrier(
    table_right=None,
    field_properties=None,
    license=LicenseInfo(
        company_name="",
        serial_nr="",
        owner_name="",
        owner_description="",
        next_check_date=INSTANT,
        maintenance_date=INSTANT,
        admin_warning_date=INSTANT,
        expiry_date=INSTANT,
        grace_date=INSTANT,
        extra_flags=0,
        license_url="",
        license_version="",
        deployment_type=0,
        product_type="",
        product_description="",
        module_licenses=[
            ModuleLicense(
                owner_name="",
                module_name="",
                module_description="",
                module_tooltip="",
                module_version="",
                license_type=LicenseType.UNKNOWN,
                unrestricted=False,
                allowed_user_type=UserType.UNKNOWN,
                number_of_licenses=0,
                extra_flags=0,
                extra_info="",
                sort_order=0,
                is_hidden=False,
                prerequisite_module_name="",
                signature="",
            )
        ],
        public_key=SignedPublicKey(
            owner_name="",
            sign_date=INSTANT,
            expiry_date=INSTANT,
            key=DSAParameters(counter=0, g=b"", j=b"", p=b"", q=b"", seed=b"", y=b""),
            signature="",
        ),
        signature="",
    ),
    warning_english="",
    warning_resource="",
    branch_name="",
    build_label="",
    assembly_version="",
    accumulated_next_check_date=INSTANT,
    file_version="",
    description="",
    days_until_net_server_expiry=0,
    build_type=NetServerBuildType.FEATURE,
    database_version=0,
    is_unicode=False,
    company_name="",
    company_id=0,
    database_type="",
    database_minor="",
    database_name="",
    is_on_travel=False,
    is_satellite=False,
)
