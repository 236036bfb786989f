"""Messages to phones: one contract for every gateway."""

import pytest

from cchc.platform.messages.sms import FolderGateway, WrongNumber, mobile_number
from tests.platform.messages.gateways import GATEWAYS


@pytest.fixture(params=GATEWAYS, ids=lambda make: make.__name__)
def gateway(request, tmp_path):
    return request.param(tmp_path / "sms")


def test_a_text_goes_to_its_phone(gateway):
    sending, taken = gateway
    sending.send(phone="0912 345 678", text="Đến hạn báo cáo", reference="cchc-1")

    assert taken() == [("+84912345678", "Đến hạn báo cáo")]


def test_a_second_call_with_the_same_reference_sends_nothing_more(gateway):
    sending, taken = gateway
    for text in ("một", "hai"):
        sending.send(phone="0912345678", text=text, reference="cchc-1")
    sending.send(phone="0912345678", text="ba", reference="cchc-2")

    assert [text for _phone, text in taken()] == ["một", "ba"]


def test_a_wrong_number_is_told(gateway):
    sending, taken = gateway
    with pytest.raises(WrongNumber):
        sending.send(phone="12345", text="x", reference="cchc-1")

    assert taken() == []


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0912345678", "+84912345678"),
        ("+84 912.345.678", "+84912345678"),
        ("84-912-345-678", "+84912345678"),
        ("(091) 234 5678", "+84912345678"),
    ],
)
def test_numbers_are_written_in_many_ways(written, number):
    assert mobile_number(written) == number


@pytest.mark.parametrize("written", ["", "0241234567", "091234567", "09123456789", "abc", "+1 555"])
def test_what_is_not_a_mobile_number_is_refused(written):
    with pytest.raises(WrongNumber):
        mobile_number(written)


def test_a_message_taken_away_is_not_written_again(tmp_path):
    gateway = FolderGateway(tmp_path)
    gateway.send(phone="0912345678", text="x", reference="cchc-1")
    (tmp_path / "cchc-1.json").unlink()
    gateway.send(phone="0912345678", text="x", reference="cchc-1")

    assert list(tmp_path.glob("*.json")) == []


def test_a_reference_is_a_name_and_no_path(tmp_path):
    with pytest.raises(ValueError, match="reference"):
        FolderGateway(tmp_path).send(phone="0912345678", text="x", reference="../x")
